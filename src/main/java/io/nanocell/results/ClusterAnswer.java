package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// What the machine calls a cluster; a curator's word is no part of it.
///
/// @param label "Unresolved" or "Heterogeneous" with the verdicts of these names
/// @param decidedBy MODEL or EVIDENCE
public record ClusterAnswer(
        @Nullable String label,
        @Nullable String cellOntologyId,
        String verdict,
        @Nullable Double confidence,
        String decidedBy) {

    static ClusterAnswer of(ClusterView machine) {
        return new ClusterAnswer(
                machine.label(),
                machine.cellOntologyId(),
                machine.verdict(),
                machine.confidence(),
                machine.decidedBy());
    }
}
