package io.nanocell.inference.ollama;

import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.Prompt;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The options of one try, all of them each time: what is not sent is the server's choice. Another try takes
/// twice the room where the last answer was cut, and another seed: Ollama 0.24 itself answers the same to every
/// seed at temperature 0, so that helps with other servers only.
///
/// @param attempt from 0
record ChatOptions(ModelParameters parameters, int attempt, boolean lastWasCut) {

    /// @return as sent in `options`
    Map<String, Object> sent() {
        Map<String, Object> options = all();
        options.remove(Prompt.TEMPLATE);
        return options;
    }

    /// @return as sent, and the version of the prompt's template
    SortedMap<String, Object> all() {
        SortedMap<String, Object> options = new TreeMap<>();
        options.put("temperature", 0);
        options.put("seed", parameters.seed() + attempt);
        options.put("num_ctx", parameters.numCtx());
        options.put("num_predict", lastWasCut ? 2 * parameters.numPredict() : parameters.numPredict());
        options.put(Prompt.TEMPLATE, Prompt.TEMPLATE_VERSION);
        return options;
    }
}
