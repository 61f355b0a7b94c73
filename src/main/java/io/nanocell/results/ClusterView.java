package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster with its label.
///
/// @param composition the types of its cells, most cells first, "Unassigned" last; the shares sum to 1. Empty where the
/// cluster is not assessed
/// @param label "Unresolved", "Heterogeneous" or null with the verdicts UNRESOLVED, HETEROGENEOUS, NOT_ASSESSED unless
/// a curator named it
public record ClusterView(
        int number,
        String name,
        int cells,
        @Nullable String label,
        @Nullable String cellOntologyId,
        String verdict,
        @Nullable Double confidence,
        List<String> reasons,
        String decidedBy,
        List<String> topMarkers,
        List<RunnerUp> runnerUps,
        PartsView confidenceParts,
        List<TypeShare> composition) {

    /// Without the types of its cells.
    public ClusterView(
            int number,
            String name,
            int cells,
            @Nullable String label,
            @Nullable String cellOntologyId,
            String verdict,
            @Nullable Double confidence,
            List<String> reasons,
            String decidedBy,
            List<String> topMarkers,
            List<RunnerUp> runnerUps,
            PartsView confidenceParts) {
        this(
                number,
                name,
                cells,
                label,
                cellOntologyId,
                verdict,
                confidence,
                reasons,
                decidedBy,
                topMarkers,
                runnerUps,
                confidenceParts,
                List.of());
    }

    /// Clusters of one label are one group; those without a real label stay apart.
    ///
    /// @return the label, with the number where it is none; null where there is none
    public @Nullable String distinctLabel() {
        return label != null && (label.equals("Unresolved") || label.equals("Heterogeneous"))
                ? "%s (Cluster %d)".formatted(label, number)
                : label;
    }

    /// @return the same with the types of its cells
    public ClusterView with(List<TypeShare> types) {
        return new ClusterView(
                number,
                name,
                cells,
                label,
                cellOntologyId,
                verdict,
                confidence,
                reasons,
                decidedBy,
                topMarkers,
                runnerUps,
                confidenceParts,
                List.copyOf(types));
    }
}
