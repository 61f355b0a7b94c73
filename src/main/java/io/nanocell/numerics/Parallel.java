package io.nanocell.numerics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Loops on a bounded pool of platform threads that all kernels share; the calling thread works too.
///
/// Chunk borders depend on the length and the chunk size only, never on the number of threads. A kernel that writes
/// chunk results to places of their own and adds them in chunk order gives the same bytes with any number of threads.
/// A loop started inside another runs on its own thread alone. After a failure no further chunk is started, and the
/// loop ends only when no thread works on it any more.
public final class Parallel {

    /// Work on the indices `from` (inclusive) to `to` (exclusive), the `chunk`-th piece of the loop.
    @FunctionalInterface
    public interface ChunkBody {
        void run(int chunk, int from, int to);
    }

    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();
    private static final int DEFAULT_CHUNK = 1024;
    private static final int STOPPED = Integer.MAX_VALUE / 2;

    private static volatile KernelPool pool =
            new KernelPool(Runtime.getRuntime().availableProcessors());

    private Parallel() {}

    /// Sets how many threads, the caller's included, a loop may use. Loops that are running keep their threads.
    ///
    /// @throws IllegalArgumentException if `threads` < 1
    public static synchronized void useThreads(int threads) {
        KernelPool before = pool;
        if (before.threads() != threads) {
            pool = new KernelPool(threads);
            before.close();
        }
    }

    /// @return how many threads a loop may use
    public static int threads() {
        return pool.threads();
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
    /// @throws IllegalArgumentException if `length` < 0 or `chunkSize` < 1
    public static void chunks(int length, int chunkSize, ChunkBody body) {
        if (length < 0 || chunkSize < 1) {
            throw new IllegalArgumentException("cannot cut %d into chunks of %d".formatted(length, chunkSize));
        }
        int count = chunkCount(length, chunkSize);
        var next = new AtomicInteger();
        Runnable worker = Cancellation.carried(() -> work(count, length, chunkSize, next, body));
        KernelPool now = pool;
        if (count <= 1 || now.threads() == 1 || INSIDE.isBound()) {
            worker.run();
        } else {
            Runnable marked = () -> ScopedValue.where(INSIDE, true).run(worker);
            now.run(marked, Math.min(now.threads(), count));
        }
    }

    private static void work(int count, int length, int chunkSize, AtomicInteger next, ChunkBody body) {
        boolean done = false;
        try {
            for (int chunk = next.getAndIncrement(); chunk < count; chunk = next.getAndIncrement()) {
                Cancellation.check();
                int from = chunk * chunkSize;
                body.run(chunk, from, (int) Math.min(length, (long) from + chunkSize));
            }
            done = true;
        } finally {
            if (!done) {
                next.set(STOPPED); // the others end after their present chunk
            }
        }
    }
}
