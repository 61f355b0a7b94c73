package io.nanocell.results;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was asked of the model and what came back.
///
/// @param options as sent, and `promptTemplate`, the version of the prompt's wording
/// @param outcome "CHOSE", "ABSTAINED", or "UNUSABLE: …" and "UNAVAILABLE: …" with the reason
/// @param stability null where it was not asked for, or there was no usable answer
public record ModelCall(
        String name,
        @Nullable String digest,
        String prompt,
        @Nullable String answer,
        Map<String, Object> options,
        long latencyMillis,
        @Nullable Integer promptTokens,
        @Nullable Integer answerTokens,
        String outcome,
        @Nullable ModelStability stability) {

    public ModelCall(
            String name,
            @Nullable String digest,
            String prompt,
            @Nullable String answer,
            Map<String, Object> options,
            long latencyMillis,
            @Nullable Integer promptTokens,
            @Nullable Integer answerTokens,
            String outcome) {
        this(name, digest, prompt, answer, options, latencyMillis, promptTokens, answerTokens, outcome, null);
    }
}
