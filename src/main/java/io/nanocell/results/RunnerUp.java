package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// A candidate that was not chosen.
public record RunnerUp(String label, @Nullable String cellOntologyId, double confidence) {}
