package io.nanocell.pipeline;

import io.nanocell.numerics.Parallel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Sets how many threads the numerical kernels share, `nanocell.compute.threads`. No result depends on it.
@Component
class ComputeThreads {

    /// @param threads 0: one per core
    /// @throws IllegalArgumentException if negative: the start fails
    ComputeThreads(@Value("${nanocell.compute.threads}") int threads) {
        Parallel.useThreads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }
}
