package io.nanocell.inference;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Makes slow calls on a thread of its own, so that the calling thread can go on asking whether they are still
/// wanted.
final class AbandonableCall implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;

    private final ModelWatcher watcher;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("nanocell-model").factory());

    AbandonableCall(ModelWatcher watcher) {
        this.watcher = watcher;
    }

    /// @param enough asked several times a second; true gives the call up
    /// @return null where it was given up
    /// @throws CancellationException if the watcher says so or this thread is interrupted, which stays so
    <T> @Nullable T result(Callable<T> call, BooleanSupplier enough) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before the model was asked");
        }
        Future<T> future = thread.submit(call);
        try {
            while (true) {
                try {
                    return future.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    watcher.check();
                    if (enough.getAsBoolean()) {
                        return null;
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the model");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("the call of the model failed", failure.getCause());
        } finally {
            future.cancel(true); // interrupts what was given up; does nothing to what is done
        }
    }

    /// @throws CancellationException if the watcher says so
    void check() {
        watcher.check();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
