package io.nanocell.inference;

import java.util.concurrent.CancellationException;

/// What a job hears of, and says to, a running [InferenceStage].
public interface ModelWatcher {

    /// Wants every answer and does nothing.
    ModelWatcher NONE = () -> {};

    /// Asked by the calling thread several times a second, also during a call: `Cancellation::check` in a job.
    ///
    /// @throws CancellationException if the answers are no longer wanted
    void check();

    /// Told of each answer as it comes, stability runs aside.
    default void heard(int cluster, ModelAnswer answer) {}

    /// Told how much is done.
    ///
    /// @param total clusters, and the stability runs of each
    default void answered(int done, int total) {}
}
