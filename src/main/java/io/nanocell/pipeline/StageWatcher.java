package io.nanocell.pipeline;

import io.nanocell.results.JobStage;
import java.util.function.Supplier;

/// Told of the stages of a run.
interface StageWatcher {

    /// Runs the work of one stage.
    <T> T stage(JobStage stage, Supplier<T> work);

    /// Told how much of the present stage is done, 0..1.
    default void progress(double share) {}
}
