package io.nanocell.pipeline.queue;

import io.nanocell.numerics.Cancellation;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import io.nanocell.results.Samples;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Stands where the pipeline stands: succeeds at once unless a test gives it another script for a job.
public class ScriptedRunner implements JobRunner {

    public final Map<UUID, Consumer<UUID>> scripts = new ConcurrentHashMap<>();

    /// For jobs without a script.
    public volatile Consumer<UUID> usual = this::succeed;

    private final AnnotationJobs jobs;
    private final Datasets datasets;

    ScriptedRunner(AnnotationJobs jobs, Datasets datasets) {
        this.jobs = jobs;
        this.datasets = datasets;
    }

    @Override
    public void run(UUID job) {
        scripts.getOrDefault(job, usual).accept(job);
    }

    public void succeed(UUID job) {
        int cells = datasets.get(jobs.get(job).datasetId()).cells();
        jobs.succeed(job, Samples.result(cells));
    }

    /// Works like a kernel that asks often whether it is still wanted, and never ends by itself.
    public void workForEver(UUID job) {
        while (true) {
            Cancellation.check();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
