package io.nanocell.numerics;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Lets a long computation end early. The caller binds a question; kernels ask it at least once a second.
///
/// [Parallel] carries the question to its workers and asks it before every chunk.
public final class Cancellation {

    private static final ScopedValue<BooleanSupplier> CANCELLED = ScopedValue.newInstance();

    private Cancellation() {}

    /// Runs `work` so that every [#check] within it asks `cancelled`.
    public static void run(BooleanSupplier cancelled, Runnable work) {
        ScopedValue.where(CANCELLED, cancelled).run(work);
    }

    /// @throws CancellationException if the computation that this thread works for is no longer wanted
    public static void check() {
        if (CANCELLED.isBound() && CANCELLED.get().getAsBoolean()) {
            throw new CancellationException("the computation was cancelled");
        }
    }

    /// @return a task that asks the question of the present thread wherever it runs
    static Runnable carried(Runnable task) {
        if (!CANCELLED.isBound()) {
            return task;
        }
        BooleanSupplier cancelled = CANCELLED.get();
        return () -> run(cancelled, task);
    }
}
