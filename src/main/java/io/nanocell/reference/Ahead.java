package io.nanocell.reference;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Something that a thread of its own works out while its caller does other things.
public final class Ahead<T> {

    private final FutureTask<T> task;

    /// @param name of the thread
    public Ahead(String name, Supplier<T> work) {
        task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name(name).start(task);
    }

    /// Waits for it. What the work threw is thrown here.
    public T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("interrupted while the reference data were read");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException own -> throw own;
                case Error own -> throw own;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
