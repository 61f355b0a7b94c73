package io.nanocell.pipeline.ablation;

import io.nanocell.pipeline.queue.Failures;
import io.nanocell.results.Ablations;
import io.nanocell.results.JobState;
import io.nanocell.results.Outage;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One run of an ablation from its counted start to a stored end.
@Component
class AblationBoundary {

    private static final Logger LOG = LoggerFactory.getLogger(AblationBoundary.class);

    private final Ablations ablations;
    private final AblationWork work;
    private volatile boolean stopping;

    AblationBoundary(Ablations ablations, AblationWork work) {
        this.ablations = ablations;
        this.work = work;
    }

    void stop() {
        stopping = true;
    }

    void goOn() {
        stopping = false;
    }

    /// @return whether it has ended; false where it is to run again
    /// @throws IllegalStateException if the database is lost; it is to run again
    boolean run(UUID id) {
        if (stopping) {
            return false;
        }
        var begun = ablations.start(id);
        if (begun.isEmpty()) {
            return true;
        }
        try {
            work.run(id, begun.get(), new Check(id)::now);
            return true;
        } catch (RuntimeException | Error failure) { // every end is stored, OutOfMemoryError included
            boolean interrupted = Thread.interrupted(); // the connection pool serves no interrupted thread
            return settle(id, failure, interrupted);
        }
    }

    private boolean settle(UUID id, Throwable failure, boolean interrupted) {
        if (stopping) {
            LOG.info("Ablation {} stops with the service and goes on with it (interrupted: {})", id, interrupted);
            ablations.putBack(id);
            return false;
        }
        if (Outage.of(failure) == Outage.DATABASE_LOST) {
            throw new IllegalStateException("the database was lost during ablation " + id, failure);
        }
        if (failure instanceof CancellationException) {
            LOG.info("Ablation {} was cancelled", id);
        } else {
            LOG.error("Ablation {} failed", id, failure);
        }
        ablations.fail(id, Failures.of(failure)); // no effect on one that was cancelled
        return true;
    }

    /// Asks the database at most once a second.
    private final class Check {

        private final UUID id;
        private long asked = System.nanoTime();

        Check(UUID id) {
            this.id = id;
        }

        void now() {
            if (stopping) {
                throw new CancellationException("the service stops");
            }
            if (System.nanoTime() - asked >= TimeUnit.SECONDS.toNanos(1)) {
                asked = System.nanoTime();
                if (!ablations.state(id).filter(JobState.RUNNING::equals).isPresent()) {
                    throw new CancellationException("ablation " + id + " is no longer running");
                }
            }
        }
    }
}
