package io.nanocell.inference;

import org.jspecify.annotations.Nullable;

/// Loads a model on a thread of its own while a job does something else; whatever comes of it, the job goes on.
///
/// @param thread null where no model is wanted
public record WarmUp(@Nullable Thread thread) implements AutoCloseable {

    public static final WarmUp NONE = new WarmUp(null);

    public static WarmUp of(LanguageModel model) {
        return new WarmUp(Thread.ofPlatform().daemon().name("nanocell-warm-up").start(model::warmUp));
    }

    /// Gives up what is still going on.
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
