package io.nanocell.inference;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One call of the model, for audit.
///
/// @param model that was asked
/// @param prompt as sent
/// @param answer raw text that came back; null where none did
/// @param options of the last try: temperature, seed, num_ctx, num_predict as sent, and the version of the prompt's
/// template
/// @param tries how often the model was asked; 0 where it was not
/// @param latencyMillis of the last try
/// @param promptTokens as the server counted them; null where it did not
/// @param answerTokens as the server counted them; null where it did not
public record ModelRecord(
        ModelIdentity model,
        String prompt,
        @Nullable String answer,
        SortedMap<String, Object> options,
        int tries,
        long latencyMillis,
        @Nullable Integer promptTokens,
        @Nullable Integer answerTokens) {}
