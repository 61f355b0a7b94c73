package io.nanocell.api;

import io.nanocell.results.ProblemViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Free text from callers.
final class Texts {

    static final int MAX_NAME = 200;
    static final int MAX_COMMENT = 4_000;

    private Texts() {}

    /// Notes a blank text (a shell variable that was never set, most likely) or one that is too long.
    static void check(String field, @Nullable String text, int maxLength, List<ProblemViolation> violations) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            violations.add(Rejections.violation(field, text, "Give a value or leave it out"));
        } else if (text.length() > maxLength) {
            violations.add(Rejections.violation(field, text, "At most %d characters".formatted(maxLength)));
        } else if (!StorableText.isStorable(text)) {
            violations.add(Rejections.violation(field, text, "A text without NUL"));
        }
    }
}
