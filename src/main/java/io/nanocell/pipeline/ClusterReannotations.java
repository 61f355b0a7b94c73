package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;

import io.nanocell.pipeline.reannotation.ReannotationQueue;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobView;
import io.nanocell.results.ReannotationView;
import io.nanocell.results.Reannotations;
import io.nanocell.results.StorableText;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Takes reannotations of single clusters in and shows them.
@Service
public class ClusterReannotations {

    private final ParameterCheck check;
    private final AnnotationJobs jobs;
    private final Datasets datasets;
    private final Reannotations reannotations;
    private final ReannotationQueue queue;
    private final SectionInspector inspector;
    private final StoredBundles bundles;
    private final MemoryGuard memory;
    private final TransactionOperations transaction;

    ClusterReannotations(
            ParameterCheck check,
            AnnotationJobs jobs,
            Datasets datasets,
            Reannotations reannotations,
            ReannotationQueue queue,
            SectionInspector inspector,
            StoredBundles bundles,
            MemoryGuard memory,
            TransactionOperations transaction) {
        this.check = check;
        this.jobs = jobs;
        this.datasets = datasets;
        this.reannotations = reannotations;
        this.queue = queue;
        this.inspector = inspector;
        this.bundles = bundles;
        this.memory = memory;
        this.transaction = transaction;
    }

    /// Stores a reannotation and schedules it, in one transaction.
    ///
    /// @param given what is null in it is the job's
    /// @throws io.nanocell.results.NotFoundException if there is no such job or cluster
    /// @throws io.nanocell.results.JobNotFinishedException if the job has not succeeded
    /// @throws io.nanocell.results.ConflictException if the cluster is too small to be assessed, or another
    /// reannotation of the job has not ended
    /// @throws io.nanocell.results.RequestRejected if the parameters do not hold, the section's files are
    /// gone or the memory does not suffice
    public ReannotationView submit(UUID jobId, int cluster, JobParameters given) {
        StorableText.require(given);
        reannotations.requireReannotable(jobId, cluster);
        JobView job = jobs.get(jobId);
        DatasetView dataset = datasets.get(job.datasetId());
        JobParameters parameters = check.complete(
                ReannotationParameters.over(job.parameters().orElse(dataset.tissue(), dataset.disease()), given));
        memory.require(inspector.memory(bundles.files(dataset.id()), parameters));
        return requireNonNull(transaction.execute(_ -> {
            var stored = reannotations.create(UUID.randomUUID(), jobId, cluster, parameters);
            queue.enqueue(stored.id());
            return stored;
        }));
    }

    /// @throws io.nanocell.results.NotFoundException if there is none
    public ReannotationView get(UUID job, int cluster, UUID id) {
        return reannotations.get(job, cluster, id);
    }

    /// @return all of a cluster, newest first
    /// @throws io.nanocell.results.NotFoundException if there is no such job or cluster
    /// @throws io.nanocell.results.JobNotFinishedException if the job has not succeeded
    public List<ReannotationView> list(UUID job, int cluster) {
        return reannotations.of(job, cluster);
    }
}
