package io.nanocell.inference;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long the model may be asked in one run, from the first question on.
///
/// @param nanoTime a clock like [System#nanoTime]
record TimeBudget(Duration length, LongSupplier nanoTime, long start) {

    /// No run ends at it.
    static final Duration UNLIMITED = Duration.ofDays(3650);

    private static final String REASON = "the time budget for the model was used up: ";

    static TimeBudget from(Duration length, LongSupplier nanoTime) {
        return new TimeBudget(length, nanoTime, nanoTime.getAsLong());
    }

    boolean isUsedUp() {
        return nanoTime.getAsLong() - start >= length.toNanos();
    }

    ModelAnswer refuse(ModelIdentity model, Prompt prompt) {
        return new ModelAnswer.Unavailable(
                REASON + length.toSeconds() + " s", false, ModelRecord.unsent(model, prompt));
    }

    /// @return whether this answer is none because there was no time left
    static boolean isCauseOf(ModelAnswer answer) {
        return answer instanceof ModelAnswer.Unavailable unavailable
                && unavailable.reason().startsWith(REASON);
    }
}
