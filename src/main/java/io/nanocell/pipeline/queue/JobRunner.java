package io.nanocell.pipeline.queue;

import java.util.UUID;

/// The work of a job. The queue calls it when the job is RUNNING and turns whatever it throws into the job's end.
@FunctionalInterface
public interface JobRunner {

    /// Runs all stages and stores the results with `AnnotationJobs.succeed`. Must not record failures itself.
    ///
    /// `Cancellation.check()` is bound: it throws once the job is cancelled or the service stops. After a crash
    /// the same
    /// job is run again from its start.
    ///
    /// @throws io.nanocell.results.RequestRejected if the caller's data or parameters do not hold: its slug,
    /// message and
    /// violations become the job's failure
    /// @throws java.util.concurrent.CancellationException if the job is no longer wanted
    void run(UUID jobId);
}
