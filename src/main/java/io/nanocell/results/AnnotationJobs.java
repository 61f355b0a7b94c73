package io.nanocell.results;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The stored annotation jobs and their results. State changes refuse wrong states.
@Service
public class AnnotationJobs {

    private static final Set<String> SORTABLE =
            Set.of("id", "datasetId", "state", "stage", "progress", "createdAt", "startedAt", "finishedAt");

    private final JobRepository repository;
    private final EntityWriter entities;
    private final JobTransitions transitions;
    private final ResultWriter writer;
    private final ClusterReader clusters;
    private final Curations curations;
    private final CellBlocks cells;
    private final JdbcClient jdbc;

    AnnotationJobs(
            JobRepository repository,
            EntityWriter entities,
            JobTransitions transitions,
            ResultWriter writer,
            ClusterReader clusters,
            Curations curations,
            CellBlocks cells,
            JdbcClient jdbc) {
        this.repository = repository;
        this.entities = entities;
        this.transitions = transitions;
        this.writer = writer;
        this.clusters = clusters;
        this.curations = curations;
        this.cells = cells;
        this.jdbc = jdbc;
    }

    /// @param parameters complete, defaults filled in
    /// @throws NotFoundException if there is no such dataset
    /// @throws RequestRejected if a parameter or the key holds what cannot be stored
    /// @throws org.springframework.dao.DataIntegrityViolationException if another job was made with this key
    @Transactional
    public JobView create(UUID id, UUID datasetId, JobParameters parameters, @Nullable String idempotencyKey) {
        StorableText.require(parameters);
        StorableText.require("Idempotency-Key", idempotencyKey, 255);
        var dataset = jdbc.sql(
                        "SELECT id FROM dataset WHERE id = ? FOR KEY SHARE") // nobody deletes it until we are done
                .param(datasetId)
                .query(UUID.class)
                .optional();
        if (dataset.isEmpty()) {
            throw new NotFoundException("There is no dataset " + datasetId);
        }
        var job = new JobEntity(id, datasetId, parameters, idempotencyKey);
        entities.insert(job);
        return job.view();
    }

    @Transactional(readOnly = true)
    public Optional<JobView> byIdempotencyKey(String key) {
        return repository.findByIdempotencyKey(key).map(JobEntity::view);
    }

    /// @throws NotFoundException if there is none
    @Transactional(readOnly = true)
    public JobView get(UUID id) {
        return repository.findById(id).orElseThrow(() -> missing(id)).view();
    }

    /// @throws RequestRejected if the sort names an unknown property
    @Transactional(readOnly = true)
    public Page<JobView> list(@Nullable UUID datasetId, @Nullable JobState state, Pageable page) {
        Specification<JobEntity> wanted = Specification.unrestricted();
        if (datasetId != null) {
            wanted = wanted.and((job, _, builder) -> builder.equal(job.get("datasetId"), datasetId));
        }
        if (state != null) {
            wanted = wanted.and((job, _, builder) -> builder.equal(job.get("state"), state));
        }
        return repository.findAll(wanted, Sorting.total(page, SORTABLE)).map(JobEntity::view);
    }

    /// @return what changes whenever [#get], [#clusters] or [#cluster] would answer differently; for an ETag
    /// @throws NotFoundException if there is none
    public String version(UUID id) {
        return jdbc.sql("SELECT version FROM annotation_job WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> missing(id));
    }

    /// QUEUED or RUNNING (a dead worker's) → RUNNING, one attempt more. The fourth start without an end is a
    /// failure
    /// `repeatedly-interrupted` instead.
    ///
    /// @return the number of this attempt, from 1; 0 if the job must not run (it has ended or is gone)
    @Transactional
    public int start(UUID id) {
        return transitions.start(id);
    }

    /// @param progress of the whole job, 0 to 1
    /// @throws java.util.concurrent.CancellationException if the job is no longer running
    public void enter(UUID id, JobStage stage, double progress) {
        transitions.enter(id, stage, progress);
    }

    /// @throws java.util.concurrent.CancellationException if the job is no longer running
    public void took(UUID id, JobStage stage, double seconds) {
        transitions.took(id, stage, seconds);
    }

    /// Stores all results in one transaction and makes the job SUCCEEDED.
    ///
    /// @throws java.util.concurrent.CancellationException if the job is no longer running; nothing is stored then
    /// @throws IllegalArgumentException if the result does not cover the dataset's cells
    @Transactional
    public void succeed(UUID id, JobResult result) {
        transitions.succeed(id, result);
        writer.replace(id, result);
    }

    /// RUNNING → FAILED. A job that has ended otherwise meanwhile (it was cancelled) stays as it is.
    public void fail(UUID id, Problem failure) {
        transitions.fail(id, failure);
    }

    /// RUNNING → QUEUED, the attempt not counted: for an orderly stop of the service.
    public void putBack(UUID id) {
        transitions.putBack(id);
    }

    /// QUEUED or RUNNING → CANCELLED.
    ///
    /// @throws ConflictException if the job has ended
    @Transactional
    public JobView cancel(UUID id) {
        return changed(transitions.cancel(id), id, "be cancelled");
    }

    /// FAILED or CANCELLED → QUEUED, attempts counted anew.
    ///
    /// @throws ConflictException in any other state
    @Transactional
    public JobView retry(UUID id) {
        return changed(transitions.retry(id), id, "be retried");
    }

    /// Asks the database. Kernels ask `Cancellation.check()` instead, which costs nothing.
    ///
    /// @return true also for a job that is gone
    public boolean isCancelled(UUID id) {
        return transitions.state(id).orElse(JobState.CANCELLED) == JobState.CANCELLED;
    }

    /// @return those of `ids` that are RUNNING
    public List<UUID> running(Collection<UUID> ids) {
        return transitions.running(ids);
    }

    /// @return all jobs QUEUED or RUNNING, oldest first
    public List<UUID> unfinished() {
        return transitions.unfinished();
    }

    /// Locks the job's row until the end of the caller's transaction.
    ///
    /// @return empty for a job that is gone
    @Transactional
    public Optional<JobState> lock(UUID id) {
        return transitions.lock(id);
    }

    /// Sorts by number, name, cells, label, verdict, confidence or decidedBy, as the caller sees them.
    ///
    /// @throws JobNotFinishedException if the job has not succeeded
    @Transactional(readOnly = true)
    public Page<ClusterView> clusters(UUID id, Pageable page) {
        requireSucceeded(id);
        return clusters.page(id, page);
    }

    /// @param allMarkers all kept genes instead of the top ones
    /// @throws NotFoundException if there is no such job or cluster
    /// @throws JobNotFinishedException if the job has not succeeded
    @Transactional(readOnly = true)
    public ClusterDetail cluster(UUID id, int number, boolean allMarkers) {
        requireSucceeded(id);
        return clusters.detail(id, number, allMarkers);
    }

    /// The same genes in every cluster, in one query.
    ///
    /// @param names of kept genes; others are in no cluster
    /// @return by cluster, then in panel order; none of a cluster that is not assessed
    /// @throws NotFoundException if there is no such job
    /// @throws JobNotFinishedException if the job has not succeeded
    @Transactional(readOnly = true)
    public List<ClusterGene> genes(UUID id, Collection<String> names) {
        requireSucceeded(id);
        return clusters.genes(id, names);
    }

    /// A curator's override: the machine's answer stays, the history is kept.
    ///
    /// @throws RequestRejected if a text cannot be stored
    @Transactional
    public ClusterDetail curate(
            UUID id, int number, String label, @Nullable String cellOntologyId, @Nullable String comment, String by) {
        requireSucceeded(id);
        curations.add(id, number, new CurationEntity(label, cellOntologyId, comment, by));
        return clusters.detail(id, number, false);
    }

    /// Streams all cells of the dataset in section order, a block of 65,536 at a time: no transaction is open and
    /// no
    /// connection is held while `consumer` works, however slowly it does.
    ///
    /// @throws JobNotFinishedException if the job has not succeeded
    /// @throws NotFoundException if there is no such job, or it was deleted meanwhile
    public void forEachCell(UUID id, Consumer<CellRow> consumer) {
        requireSucceeded(id);
        cells.forEach(id, consumer);
    }

    private JobView changed(boolean changed, UUID id, String verb) {
        var job = get(id);
        if (!changed) {
            throw new ConflictException("Job %s is %s and cannot %s".formatted(id, job.state(), verb));
        }
        return job;
    }

    private void requireSucceeded(UUID id) {
        JobState state = transitions.state(id).orElseThrow(() -> missing(id));
        if (state != JobState.SUCCEEDED) {
            throw new JobNotFinishedException("Job %s has no results: it is %s".formatted(id, state), state);
        }
    }

    private static NotFoundException missing(UUID id) {
        return new NotFoundException("There is no annotation job " + id);
    }
}
