package io.nanocell.pipeline.queue;

import io.nanocell.numerics.Cancellation;
import io.nanocell.results.JobState;
import io.nanocell.results.Outage;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.StoredRuns;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run from its counted start to a stored end.
final class RunBoundary<B> {

    private static final Logger LOG = LoggerFactory.getLogger(RunBoundary.class);

    private final String name;
    private final StoredRuns<B> runs;
    private final RunWork<B> work;
    private final SectionSlots slots;
    private volatile boolean stopping;

    /// @param name of the task, for the log
    RunBoundary(String name, StoredRuns<B> runs, RunWork<B> work, SectionSlots slots) {
        this.name = name;
        this.runs = runs;
        this.work = work;
        this.slots = slots;
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
        return slots.within(() -> stopping, () -> begin(id)).orElse(false);
    }

    private boolean begin(UUID id) {
        var begun = runs.start(id);
        if (begun.isEmpty()) {
            return true;
        }
        try {
            Cancellation.run(new Unwanted(id), () -> work.run(id, begun.get()));
            return true;
        } catch (RuntimeException | Error failure) { // every end is stored, OutOfMemoryError included
            boolean interrupted = Thread.interrupted(); // the connection pool serves no interrupted thread
            return settle(id, failure, interrupted);
        }
    }

    private boolean settle(UUID id, Throwable failure, boolean interrupted) {
        if (stopping) {
            LOG.info("{} {} stops with the service and goes on with it (interrupted: {})", name, id, interrupted);
            runs.putBack(id);
            return false;
        }
        if (Outage.of(failure) == Outage.DATABASE_LOST) {
            throw new IllegalStateException("the database was lost during %s %s".formatted(name, id), failure);
        }
        switch (failure) {
            case CancellationException _ -> LOG.info("{} {} was cancelled", name, id);
            case RequestRejected rejected -> LOG.info("{} {} is refused: {}", name, id, rejected.getMessage());
            default -> LOG.error("{} {} failed", name, id, failure);
        }
        runs.fail(id, Failures.of(failure)); // no effect on one that was cancelled
        return true;
    }

    /// Asks the database at most once a second, however often and by how many threads it is asked.
    private final class Unwanted implements BooleanSupplier {

        private final UUID id;
        private final AtomicLong asked = new AtomicLong(System.nanoTime());
        private volatile boolean ended;

        Unwanted(UUID id) {
            this.id = id;
        }

        @Override
        public boolean getAsBoolean() {
            long last = asked.get();
            long now = System.nanoTime();
            if (!ended && now - last >= TimeUnit.SECONDS.toNanos(1) && asked.compareAndSet(last, now)) {
                ended = runs.state(id).filter(JobState.RUNNING::equals).isEmpty();
            }
            return stopping || ended;
        }
    }
}
