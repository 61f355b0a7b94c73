package io.nanocell.results;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The stored reannotations: single clusters of finished jobs, annotated again with parameters of their own.
/// State changes refuse wrong states; of a job one at a time is QUEUED or RUNNING.
@Service
public class Reannotations implements StoredRuns<Reannotations.Begun> {

    private static final String NOT_ASSESSED = "NOT_ASSESSED";

    private static final Problem REPEATEDLY_INTERRUPTED = new Problem(
            "repeatedly-interrupted",
            "The reannotation was interrupted repeatedly",
            "The service ended %d times while it worked on this reannotation; most likely it needs more memory than there is"
                    .formatted(RunTable.MAX_ATTEMPTS),
            List.of(new ProblemViolation(
                    null, null, null, "give the service more memory (-Xmx), then ask for it again")));

    private final RunTable runs;
    private final ReannotationTable table;
    private final JobTransitions jobs;
    private final ClusterRepository clusters;
    private final ResultWriter writer;
    private final CellBlocks cells;
    private final JdbcClient jdbc;

    Reannotations(
            ReannotationTable table,
            JobTransitions jobs,
            ClusterRepository clusters,
            ResultWriter writer,
            CellBlocks cells,
            JdbcClient jdbc) {
        this.runs = new RunTable(jdbc, "reannotation", REPEATEDLY_INTERRUPTED);
        this.table = table;
        this.jobs = jobs;
        this.clusters = clusters;
        this.writer = writer;
        this.cells = cells;
        this.jdbc = jdbc;
    }

    /// What a run needs.
    ///
    /// @param cluster its number
    /// @param parameters complete
    public record Begun(UUID jobId, int cluster, JobParameters parameters) {}

    /// @param parameters complete
    /// @throws RuntimeException as [#requireReannotable]
    @Transactional
    public ReannotationView create(UUID id, UUID job, int cluster, JobParameters parameters) {
        StorableText.require(parameters);
        Optional<JobState> locked = jobs.lock(job); // no second one comes between, and nobody deletes the job
        ClusterView machine = reannotable(job, locked, cluster);
        table.insert(id, job, cluster, parameters, ClusterAnswer.of(machine));
        return find(id);
    }

    /// @throws NotFoundException if there is no such job or cluster
    /// @throws JobNotFinishedException if the job has not succeeded
    /// @throws ConflictException if the cluster is too small to be assessed, or another reannotation of the
    /// job is QUEUED or RUNNING
    @Transactional(readOnly = true)
    public void requireReannotable(UUID job, int cluster) {
        reannotable(job, jobs.state(job), cluster);
    }

    private ClusterView reannotable(UUID job, Optional<JobState> state, int number) {
        requireSucceeded(job, state);
        ClusterView machine = cluster(job, number).view(null);
        if (machine.verdict().equals(NOT_ASSESSED)) {
            throw new ConflictException(
                    "Cluster %d of job %s was not assessed: its %d cells are too few. Annotate the dataset again with a smaller hsnmf.minClusterSize"
                            .formatted(number, job, machine.cells()));
        }
        table.open(job).ifPresent(open -> {
            throw new ConflictException("Reannotation %s of cluster %d of job %s is %s; wait for its end"
                    .formatted(open.id(), open.cluster(), job, open.state()));
        });
        return machine;
    }

    /// @throws NotFoundException if the cluster has none of this id
    public ReannotationView get(UUID job, int cluster, UUID id) {
        return table.find(id)
                .filter(found -> found.jobId().equals(job) && found.cluster() == cluster)
                .orElseThrow(() -> new NotFoundException(
                        "Cluster %d of job %s has no reannotation %s".formatted(cluster, job, id)));
    }

    /// @return all of a cluster, newest first
    /// @throws NotFoundException if there is no such job or cluster
    /// @throws JobNotFinishedException if the job has not succeeded
    @Transactional(readOnly = true)
    public List<ReannotationView> of(UUID job, int cluster) {
        requireSucceeded(job, jobs.state(job));
        cluster(job, cluster);
        return table.of(job, cluster);
    }

    /// @return what a job has stored of its domains
    /// @throws NotFoundException if there is no such job, or it was deleted meanwhile
    @Transactional(readOnly = true)
    public StoredDomains domains(UUID job) {
        List<MachineCluster> machine = clusters.findByJobIdOrderByNumber(job).stream()
                .map(cluster -> new MachineCluster(
                        cluster.view(null),
                        cluster.candidates.stream().map(StoredCandidate::view).toList()))
                .toList();
        return cells.domains(job, machine);
    }

    @Override
    @Transactional
    public Optional<Begun> start(UUID id) {
        return runs.start(id)
                ? table.find(id).map(begun -> new Begun(begun.jobId(), begun.cluster(), begun.parameters()))
                : Optional.empty();
    }

    /// Puts the new answer in the place of the cluster's, in one transaction: record, labels of its cells,
    /// digest and warnings of the job, and the success. Curations stay, other clusters and their cells too.
    ///
    /// @throws CancellationException if the reannotation is no longer running; nothing is stored then
    /// @throws IllegalArgumentException if the labels do not cover the dataset's cells
    @Transactional
    public void succeed(UUID id, ReannotationResult result) {
        UUID job = find(id).jobId();
        requireUnchanged(job, result.basedOn()); // the job first, as whoever deletes its dataset does
        runs.requireRunning(id, table.succeed(id, result));
        int number = result.cluster().cluster().number();
        writer.replace(job, result.cluster(), result.resultSha256());
        cells.relabel(job, number, result.labels(), result.labelOfCell());
        warn(job, number);
    }

    private void requireUnchanged(UUID job, String basedOn) {
        String present = jdbc.sql("SELECT result_sha256 FROM annotation_job WHERE id = ? FOR UPDATE")
                .param(job)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new CancellationException("job " + job + " is gone"));
        if (!present.equals(basedOn)) {
            throw new IllegalStateException("the results of job %s have changed from %s to %s during a reannotation"
                    .formatted(job, basedOn, present));
        }
    }

    /// Whoever reads the job's parameters must learn that they are not those of all its clusters.
    private void warn(UUID job, int cluster) {
        String notice = StoredJson.write(List.of(new Notice(
                "REANNOTATED",
                "Cluster %d was annotated again after the job; with which parameters is told at /api/v1/annotation-jobs/%s/clusters/%d/reannotations"
                        .formatted(cluster, job, cluster))));
        jdbc.sql("UPDATE annotation_job SET warnings = warnings || ?::jsonb WHERE id = ? AND NOT warnings @> ?::jsonb")
                .params(notice, job, notice)
                .update();
    }

    @Override
    public void fail(UUID id, Problem failure) {
        runs.fail(id, failure);
    }

    @Override
    public void putBack(UUID id) {
        runs.putBack(id);
    }

    @Override
    public Optional<JobState> state(UUID id) {
        return runs.state(id);
    }

    @Override
    public List<UUID> unfinished() {
        return runs.unfinished();
    }

    private ReannotationView find(UUID id) {
        return table.find(id).orElseThrow(() -> new CancellationException("reannotation " + id + " is gone"));
    }

    private ClusterEntity cluster(UUID job, int number) {
        return clusters.findByJobIdAndNumber(job, number)
                .orElseThrow(() -> new NotFoundException("Job %s has no cluster %d".formatted(job, number)));
    }

    private static void requireSucceeded(UUID job, Optional<JobState> state) {
        if (state.isEmpty()) {
            throw new NotFoundException("There is no annotation job " + job);
        }
        if (state.get() != JobState.SUCCEEDED) {
            throw new JobNotFinishedException(
                    "Job %s has no results: it is %s".formatted(job, state.get()), state.get());
        }
    }
}
