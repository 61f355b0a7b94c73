package io.nanocell.pipeline;

import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks a request to name marker lists before anything is computed.
@Component
class MarkerListCheck {

    private static final int MOST_CLUSTERS = 1_000;
    private static final int MOST_MARKERS = 5_000;
    private static final int MOST_PANEL = 50_000;
    private static final int LONGEST_SYMBOL = 100;

    private final ReferenceLookup reference;

    MarkerListCheck(ReferenceLookup reference) {
        this.reference = reference;
    }

    /// @throws RequestRejected naming every value that does not hold
    void check(MarkerAnnotationRequest request) {
        SpeciesName.supported(request.species());
        List<ProblemViolation> violations = new ArrayList<>();
        reference
                .unknownTissue(request.tissue())
                .ifPresent(remedy -> violations.add(violation("tissue", request.tissue(), remedy)));
        if (request.panel() != null
                && (request.panel().isEmpty() || request.panel().size() > MOST_PANEL)) {
            violations.add(violation("panel", request.panel().size(), "list 1 to 50000 genes, or leave the panel out"));
        }
        if (request.clusters() == null
                || request.clusters().isEmpty()
                || request.clusters().size() > MOST_CLUSTERS) {
            violations.add(violation(
                    "clusters",
                    request.clusters() == null ? null : request.clusters().size(),
                    "send 1 to 1000 lists"));
        } else {
            checkClusters(request.clusters(), violations);
        }
        if (!violations.isEmpty()) {
            throw new RequestRejected("invalid-parameters", 422, "The marker lists do not hold.", violations);
        }
    }

    private static void checkClusters(List<MarkerListRequest> clusters, List<ProblemViolation> violations) {
        Set<String> ids = new HashSet<>();
        for (int c = 0; c < clusters.size(); c++) {
            String field = "clusters[%d]".formatted(c);
            MarkerListRequest cluster = clusters.get(c);
            String id = cluster.id();
            if (id == null || id.isBlank()) {
                violations.add(violation(field + ".id", id, "give the list an id"));
            } else if (!ids.add(id)) {
                violations.add(violation(field + ".id", id, "give every list an id of its own"));
            }
            List<MarkerGeneRequest> markers = cluster.markers();
            if (markers == null || markers.isEmpty() || markers.size() > MOST_MARKERS) {
                violations.add(violation(
                        field + ".markers", markers == null ? null : markers.size(), "send 1 to 5000 markers"));
            } else {
                checkMarkers(field, markers, violations);
            }
        }
    }

    private static void checkMarkers(String field, List<MarkerGeneRequest> markers, List<ProblemViolation> violations) {
        for (int m = 0; m < markers.size(); m++) {
            String at = "%s.markers[%d].".formatted(field, m);
            MarkerGeneRequest marker = markers.get(m);
            String gene = marker.gene();
            if (gene == null || gene.isBlank() || gene.length() > LONGEST_SYMBOL) {
                violations.add(violation(at + "gene", gene, "send a gene symbol"));
            }
            share(at + "pctIn", marker.pctIn(), violations);
            share(at + "pctOut", marker.pctOut(), violations);
            share(at + "pAdjusted", marker.pAdjusted(), violations);
            Double fold = marker.log2FoldChange();
            if (fold != null && !Double.isFinite(fold)) {
                violations.add(violation(at + "log2FoldChange", fold, "send a finite number, or leave it out"));
            }
        }
    }

    private static void share(String field, @Nullable Double value, List<ProblemViolation> violations) {
        if (value != null && !(value >= 0 && value <= 1)) {
            violations.add(violation(field, value, "send a fraction from 0 to 1, or leave it out"));
        }
    }

    private static ProblemViolation violation(String field, @Nullable Object value, String remedy) {
        return new ProblemViolation(null, field, value == null ? null : String.valueOf(value), remedy);
    }
}
