package io.nanocell.pipeline.ablation;

import io.nanocell.results.Ablations;
import java.util.UUID;

/// The work of an ablation. The queue calls it when the ablation is RUNNING and turns whatever it throws into its
/// end.
@FunctionalInterface
public interface AblationWork {

    /// Asks what is not answered yet and stores the rows, then the success.
    ///
    /// @param begun settings, and the answers of a run that was interrupted
    /// @param check to be called several times a second; throws once the ablation is cancelled or the service stops
    /// @throws java.util.concurrent.CancellationException if it is no longer wanted
    void run(UUID id, Ablations.Begun begun, Runnable check);
}
