package io.nanocell.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Loops on a bounded pool of platform threads that all kernels share; the calling thread works too.
///
/// Chunk borders depend on the length and the chunk size only, never on the number of threads. A kernel that writes
/// chunk results to places of their own and adds them in chunk order gives the same bytes with any number of threads.
/// A loop started inside another runs on its own thread alone.
public final class Parallel {

    /// Work on the indices `from` (inclusive) to `to` (exclusive), the `chunk`-th piece of the loop.
    @FunctionalInterface
    public interface ChunkBody {
        void run(int chunk, int from, int to);
    }

    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();
    private static final int DEFAULT_CHUNK = 1024;

    private static volatile Pool pool = new Pool(Runtime.getRuntime().availableProcessors());

    private Parallel() {}

    /// Sets how many threads, the caller's included, a loop may use. Loops that are running keep their threads.
    ///
    /// @throws IllegalArgumentException if `threads` < 1
    public static void useThreads(int threads) {
        Pool before = pool;
        if (before.threads != threads) {
            pool = new Pool(threads);
            before.helpers.shutdown(); // what runs on it finishes
        }
    }

    /// @return how many threads a loop may use
    public static int threads() {
        return pool.threads;
    }

    /// @return into how many chunks a loop over `length` indices falls
    public static int chunkCount(int length, int chunkSize) {
        return Math.ceilDiv(length, chunkSize);
    }

    /// Calls `body` once for each index 0 … length − 1, in no particular order.
    public static void forEach(int length, IntConsumer body) {
        chunks(length, DEFAULT_CHUNK, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                body.accept(i);
            }
        });
    }

    /// Calls `body` once for each chunk of `chunkSize` indices; returns when all are done.
    ///
    /// @throws java.util.concurrent.CancellationException if the caller's computation was cancelled
    public static void chunks(int length, int chunkSize, ChunkBody body) {
        int count = chunkCount(length, chunkSize);
        var next = new AtomicInteger();
        Runnable worker = Cancellation.carried(() -> {
            for (int chunk = next.getAndIncrement(); chunk < count; chunk = next.getAndIncrement()) {
                Cancellation.check();
                int from = chunk * chunkSize;
                body.run(chunk, from, (int) Math.min(length, (long) from + chunkSize));
            }
        });
        Pool now = pool;
        if (count <= 1 || now.threads == 1 || INSIDE.isBound()) {
            worker.run();
        } else {
            now.run(worker, next, Math.min(now.threads, count));
        }
    }

    private static final class Pool {

        final int threads;
        final ExecutorService helpers;

        Pool(int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("at least one thread is needed, got " + threads);
            }
            this.threads = threads;
            this.helpers = Executors.newFixedThreadPool(
                    Math.max(1, threads - 1),
                    Thread.ofPlatform().daemon().name("kernel-", 1).factory());
        }

        void run(Runnable worker, AtomicInteger next, int parties) {
            Runnable marked = () -> ScopedValue.where(INSIDE, true).run(worker);
            List<Future<?>> started = new ArrayList<>();
            for (int i = 1; i < parties; i++) {
                started.add(helpers.submit(marked));
            }
            try {
                marked.run();
            } catch (RuntimeException | Error failure) {
                next.set(Integer.MAX_VALUE / 2); // the others stop after their present chunk
                started.forEach(Pool::quietly);
                throw failure;
            }
            for (Future<?> helper : started) {
                join(helper);
            }
        }

        private static void quietly(Future<?> helper) {
            try {
                join(helper);
            } catch (RuntimeException | Error alsoFailed) {
                // the first failure is on its way to the caller
            }
        }

        /// Waits without giving up: leaving earlier would let the helper write into arrays that the caller reuses.
        private static void join(Future<?> helper) {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        helper.get();
                        return;
                    } catch (InterruptedException _) {
                        interrupted = true;
                    } catch (ExecutionException e) {
                        switch (e.getCause()) {
                            case RuntimeException cause -> throw cause;
                            case Error cause -> throw cause;
                            case null, default -> throw new IllegalStateException(e);
                        }
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
