package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster with its label.
///
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
        PartsView confidenceParts) {}
