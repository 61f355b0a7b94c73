package io.nanocell.pipeline.queue;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Sections that are worked on at a time, by whatever queue: as many as share the heap, each with the share
/// that it was let in for. Who comes first goes first.
@Component
public class SectionSlots {

    /// For work that reads no section.
    public static final SectionSlots UNLIMITED = new SectionSlots(new Semaphore(Integer.MAX_VALUE));

    private static final long LOOK_AGAIN_MILLIS = 200;

    private final Semaphore free;

    @Autowired
    SectionSlots(@Value("${nanocell.jobs.parallel:1}") int parallel) {
        this(new Semaphore(Math.max(1, parallel), true));
    }

    private SectionSlots(Semaphore free) {
        this.free = free;
    }

    /// Does the work once there is room for it.
    ///
    /// @param stopping whether to wait no longer
    /// @return what came of it; empty if there was no room before the service stopped
    <T> Optional<T> within(BooleanSupplier stopping, Supplier<T> work) {
        try {
            while (!stopping.getAsBoolean()) {
                if (free.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return Optional.of(inside(work));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private <T> T inside(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
