package io.nanocell.api;

import io.nanocell.pipeline.MarkerAnnotationAnswer;
import io.nanocell.pipeline.MarkerAnnotationRequest;
import io.nanocell.pipeline.MarkerAnnotations;
import io.nanocell.pipeline.MarkerListRequest;
import io.nanocell.results.ProblemViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Names clusters that were made elsewhere. Nothing is stored.
@Tag(name = "Marker lists")
@RestController
@RequestMapping(path = "/api/v1/marker-annotations", produces = MediaType.APPLICATION_JSON_VALUE)
class MarkerAnnotationController {

    private final MarkerAnnotations annotations;

    MarkerAnnotationController(MarkerAnnotations annotations) {
        this.annotations = annotations;
    }

    @Operation(
            operationId = "annotateMarkers",
            summary = "Name clusters from their marker lists",
            description =
                    "For clusters made with Seurat, scanpy or by hand. A marker is a gene name, in rank order, or an "
                            + "object with its statistics. With `panel` (all genes that could have been seen) chance is judged on "
                            + "it and enriched functions are found; without, on all known genes. `confidence` is the probability that the label shown is right; with "
                            + "`parameters.confidence.maxErrorRate` nothing is called below the confidence at which the "
                            + "calibration cases keep that share of wrong calls. Answers at once, stores nothing.")
    @PostMapping
    MarkerAnnotationAnswer annotate(@RequestBody MarkerAnnotationRequest request) {
        List<ProblemViolation> violations = new ArrayList<>();
        Texts.check("tissue", request.tissue(), Texts.MAX_NAME, violations);
        Texts.check("species", request.species(), Texts.MAX_NAME, violations);
        Texts.check("disease", request.disease(), Texts.MAX_NAME, violations);
        checkElements("panel", request.panel(), violations);
        checkClusters(request.clusters(), violations);
        if (!violations.isEmpty()) {
            throw Rejections.invalid(violations);
        }
        return annotations.annotate(request);
    }

    /// JSON may leave out what the record's type promises.
    private static void checkClusters(
            @Nullable List<? extends @Nullable MarkerListRequest> clusters, List<ProblemViolation> violations) {
        if (clusters == null || clusters.isEmpty()) {
            violations.add(Rejections.violation("clusters", null, "Give at least one cluster: [{id, markers}]"));
            return;
        }
        for (int i = 0; i < clusters.size(); i++) {
            String field = "clusters[%d]".formatted(i);
            MarkerListRequest cluster = clusters.get(i);
            if (cluster == null) {
                violations.add(Rejections.violation(field, null, "Expected an object {id, markers}"));
                continue;
            }
            require(field + ".id", cluster.id(), violations);
            Texts.check(field + ".id", cluster.id(), Texts.MAX_NAME, violations);
            require(field + ".markers", cluster.markers(), violations);
            checkElements(field + ".markers", cluster.markers(), violations);
        }
    }

    private static void require(String field, @Nullable Object value, List<ProblemViolation> violations) {
        if (value == null) {
            violations.add(Rejections.violation(field, null, "A value is needed here"));
        }
    }

    private static void checkElements(
            String field, @Nullable List<? extends @Nullable Object> values, List<ProblemViolation> violations) {
        if (values != null && values.contains(null)) {
            violations.add(Rejections.violation(
                    "%s[%d]".formatted(field, values.indexOf(null)), null, "A gene is needed here"));
        }
    }
}
