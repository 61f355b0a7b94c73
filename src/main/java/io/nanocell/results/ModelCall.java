package io.nanocell.results;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was asked of the model and what came back.
public record ModelCall(
        String name,
        @Nullable String digest,
        String prompt,
        @Nullable String answer,
        Map<String, Object> options,
        long latencyMillis,
        @Nullable Integer promptTokens,
        @Nullable Integer answerTokens,
        String outcome) {}
