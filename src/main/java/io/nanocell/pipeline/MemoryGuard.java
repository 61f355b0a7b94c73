package io.nanocell.pipeline;

import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Refuses a job that would not fit into the heap, before it starts. Jobs that run at the same time share the heap.
@Component
class MemoryGuard {

    private final long heap;
    private final int parallel;

    @Autowired
    MemoryGuard(@Value("${nanocell.jobs.parallel:1}") int parallel) {
        this(Runtime.getRuntime().maxMemory(), parallel);
    }

    /// @param heap bytes
    MemoryGuard(long heap, int parallel) {
        this.heap = heap;
        this.parallel = Math.max(1, parallel);
    }

    /// @param needed bytes of heap
    /// @throws RequestRejected `too-large` if a job has less than that
    void require(long needed) {
        long share = heap / parallel;
        if (needed > share) {
            throw new RequestRejected(
                    "too-large",
                    422,
                    "The job needs about %d MiB of memory, the service has %d MiB for a job"
                            .formatted(needed >> 20, share >> 20),
                    List.of(new ProblemViolation(
                            null,
                            "datasetId",
                            (needed >> 20) + " MiB",
                            "give the service more memory (-Xmx%dm%s), send a smaller hsnmf.radius, or split the section"
                                    .formatted(
                                            Math.ceilDiv(Math.multiplyExact(needed, parallel), 1L << 20),
                                            parallel > 1 ? " or fewer nanocell.jobs.parallel" : ""))));
        }
    }
}
