package io.nanocell.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cluster or a cell was called.
///
/// @param id of the cluster or cell
/// @param cellOntologyId of its label; null where it was not called (Unresolved, Heterogeneous, not assessed)
/// @param confidence of the label, 0..1; null where it was not called
/// @param runnerUps other candidates, best first; where it was not called, the tentative one is the first
public record Prediction(
        String id,
        @Nullable String cellOntologyId,
        @Nullable Double confidence,
        List<Alternative> runnerUps) {

    /// A candidate that was not chosen.
    ///
    /// @param cellOntologyId null for a label without a term
    /// @param confidence 0..1
    public record Alternative(@Nullable String cellOntologyId, double confidence) {}

    public Prediction {
        runnerUps = List.copyOf(runnerUps);
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence of %s is %s, not 0..1".formatted(id, confidence));
        }
    }

    /// @return whether it has a label
    boolean isCalled() {
        return cellOntologyId != null;
    }
}
