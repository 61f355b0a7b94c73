package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong: where, what was found, what to do.
public record ProblemViolation(
        @Nullable String file,
        @Nullable String field,
        @Nullable String value,
        String remedy) {}
