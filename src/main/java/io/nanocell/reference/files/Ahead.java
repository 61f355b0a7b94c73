package io.nanocell.reference.files;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Something that a thread of its own works out while its caller does other things.
final class Ahead<T> {

    private final FutureTask<T> task;

    Ahead(Supplier<T> work) {
        task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("reference-file").start(task);
    }

    /// Waits for it. What the work threw is thrown here.
    T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("interrupted while a reference file was read");
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
