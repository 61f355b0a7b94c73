package io.nanocell.pipeline;

import org.jspecify.annotations.Nullable;

/// A candidate that was not chosen.
///
/// @param cellOntologyId null: found by the label's name
/// @param confidence 0..1; null where nobody said
public record EvaluationAlternative(
        @Nullable String label,
        @Nullable String cellOntologyId,
        @Nullable Double confidence) {}
