package io.nanocell.pipeline;

import io.nanocell.results.ProblemViolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills in defaults and notes every value that lies outside its range, so that a caller learns all of them at once.
final class ParameterRanges {

    private final List<ProblemViolation> violations = new ArrayList<>();

    int integer(String field, @Nullable Integer given, int otherwise, int from, int to) {
        int value = given == null ? otherwise : given;
        require(value >= from && value <= to, field, value, "send a whole number from %d to %d".formatted(from, to));
        return value;
    }

    double number(String field, @Nullable Double given, double otherwise, double from, double to) {
        double value = given == null ? otherwise : given;
        require(value >= from && value <= to, field, value, "send a number from %s to %s".formatted(from, to));
        return value;
    }

    /// As [#number], the lower end itself excluded.
    double positive(String field, @Nullable Double given, double otherwise, double to) {
        double value = given == null ? otherwise : given;
        require(value > 0 && value <= to, field, value, "send a number above 0, at most %s".formatted(to));
        return value;
    }

    void require(boolean holds, String field, @Nullable Object value, String remedy) {
        if (!holds) {
            violations.add(new ProblemViolation(null, "parameters." + field, String.valueOf(value), remedy));
        }
    }

    List<ProblemViolation> violations() {
        return violations;
    }
}
