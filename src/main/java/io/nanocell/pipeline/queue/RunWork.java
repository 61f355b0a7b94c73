package io.nanocell.pipeline.queue;

import java.util.UUID;

/// The work of a run. The queue calls it when the run is RUNNING and turns whatever it throws into the run's
/// end.
///
/// @param <B> what it needs to begin
@FunctionalInterface
public interface RunWork<B> {

    /// Does what is to be done and stores it with the success.
    ///
    /// `Cancellation.check()` is bound, to be called several times a second: it throws once the run is no
    /// longer RUNNING or the service stops. After a crash the same run begins again.
    ///
    /// @throws io.nanocell.results.RequestRejected if the caller's data or parameters do not hold: its slug,
    /// message and violations become the run's failure
    /// @throws java.util.concurrent.CancellationException if it is no longer wanted
    void run(UUID id, B begun);
}
