package io.nanocell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What experts say of a cluster or cell.
///
/// @param tissue groups the figures; any text, null where nobody said
/// @param cellOntologyIds one or more terms, each of them right
public record EvaluationTruth(
        @Nullable String id,
        @Nullable String tissue,
        @Nullable List<String> cellOntologyIds) {}
