package io.nanocell.inference;

import java.util.SortedMap;
import java.util.TreeMap;
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
/// @param offList tries whose answer named a label off the list, before our check
/// @param stability of the choice under other orders of the candidates; null where that was not asked
public record ModelRecord(
        ModelIdentity model,
        String prompt,
        @Nullable String answer,
        SortedMap<String, Object> options,
        int tries,
        long latencyMillis,
        @Nullable Integer promptTokens,
        @Nullable Integer answerTokens,
        int offList,
        @Nullable Stability stability) {

    /// A call that nobody has asked the stability of.
    public ModelRecord(
            ModelIdentity model,
            String prompt,
            @Nullable String answer,
            SortedMap<String, Object> options,
            int tries,
            long latencyMillis,
            @Nullable Integer promptTokens,
            @Nullable Integer answerTokens) {
        this(model, prompt, answer, options, tries, latencyMillis, promptTokens, answerTokens, 0, null);
    }

    /// A call that was not made.
    static ModelRecord unsent(ModelIdentity model, Prompt prompt) {
        SortedMap<String, Object> options = new TreeMap<>();
        options.put(Prompt.TEMPLATE, Prompt.TEMPLATE_VERSION);
        return new ModelRecord(model, prompt.text(), null, options, 0, 0, null, null);
    }

    ModelRecord with(Stability runs) {
        return new ModelRecord(
                model, prompt, answer, options, tries, latencyMillis, promptTokens, answerTokens, offList, runs);
    }
}
