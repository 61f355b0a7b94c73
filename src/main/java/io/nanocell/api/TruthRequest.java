package io.nanocell.api;

import io.nanocell.results.TruthRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What experts say the clusters of a job are.
///
/// @param truth ids are the clusters' numbers, or names
record TruthRequest(@Nullable List<TruthRow> truth) {}
