package io.nanocell.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Daemon platform threads that help a caller with its loop.
///
/// A caller never waits for a helper that has not begun: when its own work is done there is nothing left to help with.
/// So two jobs that share the pool do not hold each other up.
final class KernelPool {

    private final int threads;
    private final ExecutorService helpers;

    /// @throws IllegalArgumentException if `threads` < 1
    KernelPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, got " + threads);
        }
        this.threads = threads;
        this.helpers = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("kernel-", 1).factory());
    }

    int threads() {
        return threads;
    }

    /// What runs finishes; loops that come later run on their caller's thread.
    void close() {
        helpers.shutdown();
    }

    /// Runs `worker` on the calling thread and on up to `parties` − 1 others; it must be safe to run any number
    /// of times.
    void run(Runnable worker, int parties) {
        List<Helper> started = new ArrayList<>(parties);
        Throwable failure = null;
        try {
            for (int i = 1; i < parties; i++) {
                var helper = new Helper(worker);
                helpers.execute(helper);
                started.add(helper);
            }
        } catch (RejectedExecutionException _) {
            // closed in the meantime: the caller works alone
        }
        try {
            worker.run();
        } catch (RuntimeException | Error own) { // thrown below, when all helpers have ended
            failure = own;
        }
        boolean interrupted = false;
        for (Helper helper : started) {
            interrupted |= helper.finish();
            if (failure == null) {
                failure = helper.failure;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static final class Helper implements Runnable {

        private final Runnable worker;
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Throwable failure;

        Helper(Runnable worker) {
            this.worker = worker;
        }

        @Override
        public void run() {
            if (!claimed.compareAndSet(false, true)) {
                return; // the caller has finished without us
            }
            try {
                worker.run();
            } catch (RuntimeException | Error e) { // thrown by the caller, who waits for it
                failure = e;
            } finally {
                ended.countDown();
            }
        }

        /// Waits without giving up: leaving earlier would let the helper write into arrays that the caller reuses.
        ///
        /// @return whether the waiting thread was interrupted
        boolean finish() {
            if (claimed.compareAndSet(false, true)) {
                return false; // never began, never will
            }
            boolean interrupted = false;
            while (true) {
                try {
                    ended.await();
                    return interrupted;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
    }
}
