package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// What single cells of a job are called.
///
/// @param cellOntologyId null for a user's label that stands for no term
/// @param lineage name in `lineages.tsv`
public record CellLabel(String label, @Nullable String cellOntologyId, String lineage) {}
