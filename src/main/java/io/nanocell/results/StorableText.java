package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Text that PostgreSQL can hold: anything but the character NUL.
public final class StorableText {

    private static final char NUL = '\0';
    private static final JsonMapper PLAIN = JsonMapper.builder().build(); // shows every character as it is

    private StorableText() {}

    /// @param field as the caller knows it
    /// @throws RequestRejected `invalid-parameters` (422) if the text holds a NUL or is longer than `maxLength`
    public static void require(String field, @Nullable String text, int maxLength) {
        if (text == null) {
            return;
        }
        requireNoNul(field, text);
        if (text.length() > maxLength) {
            throw rejected(
                    field,
                    text.substring(0, Math.min(40, maxLength)) + "…",
                    "shorten it to at most " + maxLength + " characters");
        }
    }

    /// @throws RequestRejected `invalid-parameters` (422) if a text anywhere within the parameters holds a NUL
    public static void require(JobParameters parameters) {
        walk("parameters", PLAIN.valueToTree(parameters));
    }

    /// @return the text of a machine with U+FFFD in the place of every NUL, so that a job is not lost for it
    static String replacingNul(String text) {
        return text.indexOf(NUL) < 0 ? text : text.replace(NUL, '\uFFFD');
    }

    private static void walk(String field, JsonNode node) {
        if (node.isString()) {
            requireNoNul(field, node.stringValue());
        }
        for (var member : node.properties()) {
            walk(field + "." + member.getKey(), member.getValue());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(field + "[" + i + "]", node.get(i));
            }
        }
    }

    private static void requireNoNul(String field, String text) {
        if (text.indexOf(NUL) >= 0) {
            throw rejected(field, text.replace(NUL, '\uFFFD'), "remove the NUL character (U+0000)");
        }
    }

    private static RequestRejected rejected(String field, String value, String remedy) {
        return new RequestRejected(
                "invalid-parameters",
                422,
                field + " cannot be stored: " + remedy,
                List.of(new ProblemViolation(null, field, value, remedy)));
    }
}
