package io.nanocell.api;

import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Refusals of parameters, by name.
final class Rejections {

    private static final int SHOWN = 100;

    private Rejections() {}

    static RequestRejected invalid(@Nullable String field, @Nullable Object value, String remedy) {
        return invalid(List.of(violation(field, value, remedy)));
    }

    /// 422 `invalid-parameters` with these violations.
    static RequestRejected invalid(List<ProblemViolation> violations) {
        String detail = violations.stream()
                .map(violation -> violation.field() + ": " + violation.remedy())
                .collect(Collectors.joining("; "));
        return new RequestRejected("invalid-parameters", 422, detail, violations);
    }

    static ProblemViolation violation(@Nullable String field, @Nullable Object value, String remedy) {
        return new ProblemViolation(null, field, shown(value), remedy);
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString().replace("\0", "\\u0000");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
