package io.nanocell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cluster or cell was called, by anybody.
///
/// @param label null, "Unresolved" or "Heterogeneous" where it was not called
/// @param cellOntologyId null: found by the label's name
/// @param confidence 0..1; null where nobody said
/// @param verdict null: called if there is a label
/// @param runnerUps other candidates, best first; where it was not called, the tentative one is the first
public record EvaluationPrediction(
        @Nullable String id,
        @Nullable String label,
        @Nullable String cellOntologyId,
        @Nullable Double confidence,
        @Nullable Verdict verdict,
        @Nullable List<EvaluationAlternative> runnerUps) {

    /// As clusters have it.
    public enum Verdict {
        HIGH,
        MODERATE,
        UNRESOLVED,
        HETEROGENEOUS,
        NOT_ASSESSED
    }
}
