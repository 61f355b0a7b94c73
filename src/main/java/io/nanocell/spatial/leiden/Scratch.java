package io.nanocell.spatial.leiden;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Work memory that the chunks of a loop hand to each other; as many pieces as threads at work.
final class Scratch<T> {

    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> make;

    Scratch(Supplier<T> make) {
        this.make = make;
    }

    T take() {
        T piece = idle.poll();
        return piece != null ? piece : make.get();
    }

    /// @param piece as clean as a new one
    void giveBack(T piece) {
        idle.add(piece);
    }
}
