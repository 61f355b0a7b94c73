package io.nanocell.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cluster or a cell was called.
///
/// @param id of the cluster or cell
/// @param called whether it was called at all: false for Unresolved, Heterogeneous, not assessed
/// @param cellOntologyId of its label; null where it was not called, or the label has no term, which is never right
/// @param confidence of the label, 0..1; null where it was not called or nobody said
/// @param runnerUps other candidates, best first; where it was not called, the tentative one is the first
public record Prediction(
        String id,
        boolean called,
        @Nullable String cellOntologyId,
        @Nullable Double confidence,
        List<Alternative> runnerUps) {

    /// A candidate that was not chosen.
    ///
    /// @param cellOntologyId null for a label without a term
    /// @param confidence 0..1; null where nobody said
    public record Alternative(
            @Nullable String cellOntologyId, @Nullable Double confidence) {}

    public Prediction {
        runnerUps = List.copyOf(runnerUps);
        if (!called && cellOntologyId != null) {
            throw new IllegalArgumentException("%s is %s and not called".formatted(id, cellOntologyId));
        }
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence of %s is %s, not 0..1".formatted(id, confidence));
        }
    }

    /// @param cellOntologyId null where it was not called
    public Prediction(
            String id, @Nullable String cellOntologyId, @Nullable Double confidence, List<Alternative> runnerUps) {
        this(id, cellOntologyId != null, cellOntologyId, confidence, runnerUps);
    }

    /// @return what was not called
    public static Prediction none(String id) {
        return new Prediction(id, null, null, List.of());
    }

    /// The first answer: the label, or the tentative one where there is no label.
    Alternative first() {
        return called || runnerUps.isEmpty() ? new Alternative(cellOntologyId, confidence) : runnerUps.getFirst();
    }
}
