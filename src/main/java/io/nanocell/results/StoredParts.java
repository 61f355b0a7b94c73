package io.nanocell.results;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of a confidence as rows of `confidence_part`; a part that does not apply has no row.
final class StoredParts {

    private StoredParts() {}

    static Map<String, Double> rows(PartsView parts) {
        Map<String, Double> rows = new HashMap<>();
        put(rows, "markerCount", parts.markerCount());
        put(rows, "posterior", parts.posterior());
        put(rows, "lead", parts.lead());
        put(rows, "below", parts.below());
        put(rows, "markerShare", parts.markerShare());
        put(rows, "sourceAgreement", parts.sourceAgreement());
        put(rows, "sourceShare", parts.sourceShare());
        put(rows, "secondLineage", parts.secondLineage());
        put(rows, "knownMarkers", parts.knownMarkers());
        put(rows, "markerSupport", parts.markerSupport());
        put(rows, "margin", parts.margin());
        put(rows, "coverage", parts.coverage());
        put(rows, "entropy", parts.entropy());
        put(rows, "functionalConsistency", parts.functionalConsistency());
        put(rows, "heterogeneity", parts.heterogeneity());
        put(rows, "leakage", parts.leakage());
        return rows;
    }

    static PartsView view(Map<String, Double> rows) {
        return new PartsView(
                rows.get("markerCount"),
                rows.get("posterior"),
                rows.get("lead"),
                rows.get("below"),
                rows.get("markerShare"),
                rows.get("sourceAgreement"),
                rows.get("sourceShare"),
                rows.get("secondLineage"),
                rows.get("knownMarkers"),
                rows.get("markerSupport"),
                rows.get("margin"),
                rows.get("coverage"),
                rows.get("entropy"),
                rows.get("functionalConsistency"),
                rows.get("heterogeneity"),
                rows.get("leakage"));
    }

    private static void put(Map<String, Double> rows, String part, @Nullable Double value) {
        if (value != null) {
            rows.put(part, value);
        }
    }
}
