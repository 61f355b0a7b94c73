package io.nanocell.inference.ollama;

import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.Prompt;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The options of one try, all of them each time: what is not sent is the server's choice.
///
/// At temperature 0 a server says the same again, whatever the seed. So after each answer that does not hold
/// the next try takes the next seed and is warmer by 0.4, after the "temperature fallback" by which Whisper
/// leaves a decoder that loops (Radford et al. 2023); after one that was cut it has twice the room, too. The
/// same answers make the same tries.
///
/// @param flawed answers to this question that did not hold, so far
/// @param lastWasCut whether the last of them was cut at num_predict
record ChatOptions(ModelParameters parameters, int flawed, boolean lastWasCut) {

    private static final int TENTHS_WARMER = 4;

    static ChatOptions first(ModelParameters parameters) {
        return new ChatOptions(parameters, 0, false);
    }

    /// @param cut whether the answer to these options was cut at num_predict
    ChatOptions afterFlawed(boolean cut) {
        return new ChatOptions(parameters, flawed + 1, cut);
    }

    /// @return as sent in `options`
    Map<String, Object> sent() {
        Map<String, Object> options = all();
        options.remove(Prompt.TEMPLATE);
        return options;
    }

    /// @return as sent, and the version of the prompt's template
    SortedMap<String, Object> all() {
        SortedMap<String, Object> options = new TreeMap<>();
        options.put("temperature", temperature());
        options.put("seed", parameters.seed() + flawed);
        options.put("num_ctx", parameters.numCtx());
        options.put("num_predict", lastWasCut ? 2 * parameters.numPredict() : parameters.numPredict());
        options.put(Prompt.TEMPLATE, Prompt.TEMPLATE_VERSION);
        return options;
    }

    private Number temperature() {
        if (flawed == 0) {
            return 0; // an integer, as in the records so far
        }
        return TENTHS_WARMER * flawed / 10.0;
    }
}
