package io.nanocell.inference;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Stops a job from asking a server that is down: one hanging minute per cluster would be an hour.
final class Breaker {

    static final int PATIENCE = 3;

    private int failures;
    private @Nullable ModelAnswer last;

    ModelAnswer seen(ModelAnswer answer) {
        boolean failed = answer instanceof ModelAnswer.Unavailable unavailable && unavailable.serverAtFault();
        failures = failed ? failures + 1 : 0;
        last = answer;
        return answer;
    }

    boolean isOpen() {
        return failures >= PATIENCE;
    }

    /// @throws IllegalStateException unless open
    ModelAnswer refuse(Prompt prompt) {
        if (last == null || !isOpen()) {
            throw new IllegalStateException("nothing has failed yet");
        }
        ModelRecord record =
                new ModelRecord(last.record().model(), prompt.text(), null, new TreeMap<>(), 0, 0, null, null);
        return new ModelAnswer.Unavailable(
                "not asked after " + PATIENCE + " failures in a row, the last: " + last.reason(), true, record);
    }
}
