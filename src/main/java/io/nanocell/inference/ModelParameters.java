package io.nanocell.inference;

import org.jspecify.annotations.Nullable;

/// How a model is run. The temperature is 0 until an answer does not hold.
///
/// @param name "qwen2.5:1.5b"; null for the configured one
/// @param numCtx context length in tokens, prompt and answer together
/// @param numPredict most tokens of an answer; one that is cut there is tried again with twice as many
/// @param seed of the first try; each try after an answer that does not hold takes the next
public record ModelParameters(@Nullable String name, int numCtx, int numPredict, int seed) {

    public static final ModelParameters DEFAULT = new ModelParameters(null, 4096, 128, 7);

    /// @throws IllegalArgumentException if the name is blank, numPredict < 16, or less than half of numCtx is
    /// left for the prompt
    public ModelParameters {
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("the model's name is blank");
        }
        if (numPredict < 16 || numCtx < 2L * numPredict) {
            throw new IllegalArgumentException(
                    "need 16 <= numPredict <= numCtx / 2, not numPredict = " + numPredict + ", numCtx = " + numCtx);
        }
    }

    /// These parameters for another model or context length; null keeps what is.
    public ModelParameters with(@Nullable String otherName, @Nullable Integer otherNumCtx) {
        return new ModelParameters(
                otherName == null ? name : otherName, otherNumCtx == null ? numCtx : otherNumCtx, numPredict, seed);
    }
}
