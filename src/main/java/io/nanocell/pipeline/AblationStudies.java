package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;

import io.nanocell.pipeline.ablation.AblationQueue;
import io.nanocell.results.AblationSettings;
import io.nanocell.results.AblationView;
import io.nanocell.results.Ablations;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobView;
import io.nanocell.results.JudgedCluster;
import io.nanocell.results.JudgedClusters;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Takes ablations in, shows and cancels them.
@Service
public class AblationStudies {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final AnnotationJobs jobs;
    private final JudgedClusters clusters;
    private final Ablations ablations;
    private final AblationQueue queue;
    private final Knowledge knowledge;
    private final TransactionOperations transaction;

    AblationStudies(
            AnnotationJobs jobs,
            JudgedClusters clusters,
            Ablations ablations,
            AblationQueue queue,
            Knowledge knowledge,
            TransactionOperations transaction) {
        this.jobs = jobs;
        this.clusters = clusters;
        this.ablations = ablations;
        this.queue = queue;
        this.knowledge = knowledge;
        this.transaction = transaction;
    }

    /// Stores an ablation and schedules it, in one transaction.
    ///
    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    /// @throws io.nanocell.results.RequestRejected if the settings or the truth do not hold
    public AblationView submit(UUID jobId, AblationRequest request) {
        List<JudgedCluster> judged = clusters.of(jobId);
        JobView job = jobs.get(jobId);
        int kept = requireNonNull(requireNonNull(job.parameters().candidates()).top());
        AblationSettings settings = AblationRequests.complete(request, kept);
        if (settings.truth() != null) {
            ClusterTruth.of(
                    settings.truth(),
                    judged.stream().map(JudgedCluster::cluster).toList(),
                    knowledge.types().ontology());
        }
        int asked = (int) judged.stream().filter(c -> !c.candidates().isEmpty()).count();
        return requireNonNull(transaction.execute(_ -> {
            var id = UUID.randomUUID();
            var stored = ablations.create(id, jobId, settings, requireNonNull(job.resultSha256()), asked);
            queue.enqueue(id);
            return stored;
        }));
    }

    /// Waits for the end of an ablation.
    ///
    /// @return what it is when it has ended, or when the time is over
    public AblationView await(AblationView ablation, Duration limit) {
        long start = System.nanoTime();
        AblationView now = ablation;
        try {
            while (!now.state().isFinal() && System.nanoTime() - start < limit.toNanos()) {
                Thread.sleep(LOOK_AGAIN);
                now = ablations.get(ablation.jobId(), ablation.id());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // the service stops: say what is
        }
        return now;
    }

    /// @throws io.nanocell.results.NotFoundException if there is none
    public AblationView get(UUID job, UUID id) {
        return ablations.get(job, id);
    }

    /// @return all of a job, newest first
    /// @throws io.nanocell.results.NotFoundException if there is no such job
    public List<AblationView> list(UUID job) {
        return ablations.of(jobs.get(job).id());
    }

    /// @throws io.nanocell.results.ConflictException if it has ended
    public AblationView cancel(UUID job, UUID id) {
        return ablations.cancel(job, id);
    }
}
