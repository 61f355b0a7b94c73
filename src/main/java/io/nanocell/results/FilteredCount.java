package io.nanocell.results;

/// How many cells were left out for one reason.
public record FilteredCount(String reason, int cells) {}
