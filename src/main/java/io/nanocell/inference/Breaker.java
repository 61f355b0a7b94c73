package io.nanocell.inference;

import org.jspecify.annotations.Nullable;

/// Stops a run from asking a server that is down, or is none of models: one hanging minute per cluster would be
/// an hour. A model that talks nonsense is no reason to stop: it may know the next cluster.
///
/// After three failures in a row by the server's fault it opens: five questions are not asked. Then it is half
/// open: one question is tried. An answer closes it; another failure opens it for twice as many. One per run: what
/// one job has met says nothing of the next one's model.
public final class Breaker {

    static final int PATIENCE = 3;
    private static final int FIRST_GAP = 5;

    private int failures;
    private int gap = FIRST_GAP;
    private int refused;
    private @Nullable ModelAnswer last;

    ModelAnswer seen(ModelAnswer answer) {
        if (answer.serverAtFault()) {
            gap = failures >= PATIENCE ? 2 * gap : gap;
            failures++;
        } else {
            gap = FIRST_GAP;
            failures = 0;
        }
        refused = 0;
        last = answer;
        return answer;
    }

    boolean isOpen() {
        return failures >= PATIENCE && refused < gap;
    }

    /// @throws IllegalStateException unless open
    ModelAnswer refuse(Prompt prompt) {
        if (last == null || !isOpen()) {
            throw new IllegalStateException("nothing has failed yet");
        }
        refused++;
        return new ModelAnswer.Unavailable(
                "not asked after " + failures + " failures in a row, the last: " + last.reason(),
                true,
                ModelRecord.unsent(last.record().model(), prompt));
    }
}
