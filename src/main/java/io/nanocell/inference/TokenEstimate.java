package io.nanocell.inference;

import java.nio.charset.StandardCharsets;

/// How many tokens a text may be for a model of the Qwen family, without its tokeniser.
///
/// English takes about a token for four letters, gene symbols one for two, digits and signs one each.
public final class TokenEstimate {

    private static final int TEMPLATE = 24; // tokens that the chat template adds
    private static final int MOST_BYTES_PER_TOKEN = 10; // over a whole prompt; no natural text comes near

    private TokenEstimate() {}

    /// @return what the prompt is likely to take, rather too many than too few
    public static int likely(Prompt prompt) {
        return TEMPLATE + likely(prompt.instructions()) + likely(prompt.evidence());
    }

    /// @return tokens below which a server cannot have read the whole prompt
    public static int least(Prompt prompt) {
        return prompt.text().getBytes(StandardCharsets.UTF_8).length / MOST_BYTES_PER_TOKEN;
    }

    private static int likely(String text) {
        int halves = 0; // half tokens
        int run = 0; // lower-case letters in a row
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                run++;
                continue;
            }
            halves += 2 * ((run + 3) / 4);
            run = 0;
            if (c >= 'A' && c <= 'Z') {
                halves++;
            } else if (c > 0x7f) {
                halves += 4;
            } else if (c != ' ') {
                halves += 2;
            }
        }
        return (halves + 1) / 2 + (run + 3) / 4;
    }
}
