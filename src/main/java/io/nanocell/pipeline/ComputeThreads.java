package io.nanocell.pipeline;

import io.nanocell.numerics.Parallel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Tells the kernels how many threads they may use. The results do not depend on it.
@Component
class ComputeThreads {

    /// @param threads 0: one for each core
    ComputeThreads(@Value("${nanocell.compute.threads:0}") int threads) {
        if (threads < 0) {
            throw new IllegalArgumentException(
                    "nanocell.compute.threads must be 0 (all cores) or more, got " + threads);
        }
        Parallel.useThreads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }
}
