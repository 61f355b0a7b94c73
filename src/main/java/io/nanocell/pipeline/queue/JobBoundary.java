package io.nanocell.pipeline.queue;

import io.nanocell.numerics.Cancellation;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobState;
import io.nanocell.results.Outage;
import io.nanocell.results.RequestRejected;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// One run of a job from its counted start to a stored end. Nothing that happens in between leaves the job RUNNING,
/// except the loss of the database, where no end can be stored: then the queue runs the job again.
@Component
class JobBoundary {

    private static final Logger LOG = LoggerFactory.getLogger(JobBoundary.class);

    private final AnnotationJobs jobs;
    private final JobRunner runner;
    private final CancelSignals signals;
    private final SectionSlots slots;

    JobBoundary(AnnotationJobs jobs, JobRunner runner, CancelSignals signals, SectionSlots slots) {
        this.jobs = jobs;
        this.runner = runner;
        this.signals = signals;
        this.slots = slots;
    }

    /// How a run ended, for the queue.
    enum Outcome {
        /// A final state is stored, or there was nothing to do.
        ENDED,
        /// The job is to run again: the service stops, or another run of it has not ended yet.
        AGAIN
    }

    /// @throws RuntimeException if the database is lost; the job is to run again
    Outcome run(UUID job) {
        var signal = signals.open(job);
        if (signal == null) { // a run that was taken for dead (a suspended machine) but is not
            return Outcome.AGAIN;
        }
        MDC.put("job", job.toString());
        try {
            return slots.within(signals::isStopping, () -> begin(job, signal)).orElse(Outcome.AGAIN);
        } finally {
            MDC.remove("job");
            signals.close(job);
        }
    }

    private Outcome begin(UUID job, CancelSignals.Signal signal) {
        int attempt = jobs.start(job);
        if (attempt == 0) {
            return Outcome.ENDED;
        }
        signal.started();
        return attempt(job, attempt, signal);
    }

    private Outcome attempt(UUID job, int attempt, CancelSignals.Signal signal) {
        LOG.info("Job {} starts, attempt {}", job, attempt);
        try {
            Cancellation.run(signal, () -> runner.run(job));
            requireEnd(job);
            return Outcome.ENDED;
        } catch (RuntimeException | Error failure) { // every end is stored, OutOfMemoryError included
            boolean interrupted = Thread.interrupted(); // the connection pool serves no interrupted thread
            return settle(job, failure, interrupted);
        }
    }

    private Outcome settle(UUID job, Throwable failure, boolean interrupted) {
        if (signals.isStopping()) {
            LOG.info("Job {} stops with the service and starts again with it (interrupted: {})", job, interrupted);
            jobs.putBack(job);
            return Outcome.AGAIN;
        }
        if (Outage.of(failure) == Outage.DATABASE_LOST) {
            throw new IllegalStateException("the database was lost during job " + job, failure);
        }
        switch (failure) {
            case CancellationException _ -> LOG.info("Job {} was cancelled", job);
            case RequestRejected rejected -> LOG.info("Job {} is refused: {}", job, rejected.getMessage());
            default -> LOG.error("Job {} failed", job, failure);
        }
        jobs.fail(job, Failures.of(failure)); // no effect on a job that was cancelled
        return Outcome.ENDED;
    }

    private void requireEnd(UUID job) {
        if (jobs.lock(job).filter(JobState.RUNNING::equals).isPresent()) {
            throw new IllegalStateException("the runner of job " + job + " returned without storing results");
        }
    }
}
