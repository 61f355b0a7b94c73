package io.nanocell.results;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what a job's evidence said of its clusters and what the model was asked about them.
@Service
public class JudgedClusters {

    private static final String NOT_ASSESSED = "NOT_ASSESSED";

    private final AnnotationJobs jobs;
    private final ClusterRepository clusters;
    private final MarkerTable markers;
    private final TermTable terms;
    private final JudgementTable judgements;
    private final ModelAnswerRepository answers;

    JudgedClusters(
            AnnotationJobs jobs,
            ClusterRepository clusters,
            MarkerTable markers,
            TermTable terms,
            JudgementTable judgements,
            ModelAnswerRepository answers) {
        this.jobs = jobs;
        this.clusters = clusters;
        this.markers = markers;
        this.terms = terms;
        this.judgements = judgements;
        this.answers = answers;
    }

    /// @return the assessed clusters of a job by number, all read at one moment
    /// @throws NotFoundException if there is no such job
    /// @throws JobNotFinishedException if it has not succeeded
    /// @throws ConflictException if it was annotated by a version that did not store its judgement
    @Transactional(readOnly = true)
    public List<JudgedCluster> of(UUID job) {
        JobState state = jobs.get(job).state();
        if (state != JobState.SUCCEEDED) {
            throw new JobNotFinishedException("Job %s has no results: it is %s".formatted(job, state), state);
        }
        List<JudgedCluster> judged = new ArrayList<>();
        for (ClusterEntity cluster : clusters.findByJobIdOrderByNumber(job)) {
            if (!cluster.verdict.equals(NOT_ASSESSED)) {
                judged.add(judged(job, cluster));
            }
        }
        return judged;
    }

    private JudgedCluster judged(UUID job, ClusterEntity cluster) {
        long id = cluster.storedId();
        ClusterView machine = cluster.view(null);
        Judgement judgement = judgements
                .of(id)
                .orElseThrow(() -> new ConflictException(
                        "Job %s was annotated by an earlier version, which did not keep what the evidence alone said of each candidate; annotate the dataset again"
                                .formatted(job)));
        return new JudgedCluster(
                machine,
                markers.of(id, machine.topMarkers()),
                terms.programs(id),
                cluster.candidates.stream().map(StoredCandidate::view).toList(),
                judgement,
                answers.findById(id).map(ModelAnswerEntity::view).orElse(null));
    }
}
