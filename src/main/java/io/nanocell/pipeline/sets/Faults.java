package io.nanocell.pipeline.sets;

import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What does not hold in a file of marker sets, by line, up to a hundred things.
final class Faults {

    private static final int MOST = 100;
    private static final int SHOWN = 100;

    private final @Nullable String file;
    private final List<ProblemViolation> violations = new ArrayList<>();

    /// @param file name as the caller gave it; null for a body
    Faults(@Nullable String file) {
        this.file = file;
    }

    /// @param line from 1; 0 for the whole file
    void add(int line, @Nullable String value, String remedy) {
        if (violations.size() < MOST) {
            violations.add(new ProblemViolation(
                    file,
                    line == 0 ? "markerSets" : "line " + line,
                    value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…",
                    remedy));
        }
    }

    /// @return the refusal to throw at once
    RequestRejected refuse(int line, @Nullable String value, String remedy) {
        add(line, value, remedy);
        return refusal();
    }

    /// @throws RequestRejected if there is any
    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw refusal();
        }
    }

    private RequestRejected refusal() {
        ProblemViolation first = violations.getFirst();
        return new RequestRejected(
                "invalid-parameters",
                422,
                "The marker sets do not hold: %s: %s".formatted(first.field(), first.remedy()),
                violations);
    }
}
