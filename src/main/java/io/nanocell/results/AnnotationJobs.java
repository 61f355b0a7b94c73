package io.nanocell.results;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/// The stored annotation jobs and their results. State changes refuse wrong states.
@Service
public class AnnotationJobs {

    /// @param parameters complete, defaults filled in
    public JobView create(UUID id, UUID datasetId, JobParameters parameters, @Nullable String idempotencyKey) {
        throw new UnsupportedOperationException("skeleton");
    }

    public Optional<JobView> byIdempotencyKey(String key) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws NotFoundException if there is none
    public JobView get(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public Page<JobView> list(@Nullable UUID datasetId, @Nullable JobState state, Pageable page) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// QUEUED or RUNNING (a dead worker's) → RUNNING, one attempt more.
    ///
    /// @return the number of this attempt, from 1; 0 if the job must not run (it was cancelled)
    public int start(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public void enter(UUID id, JobStage stage, double progress) {
        throw new UnsupportedOperationException("skeleton");
    }

    public void took(UUID id, JobStage stage, double seconds) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Stores all results in one transaction and makes the job SUCCEEDED.
    public void succeed(UUID id, JobResult result) {
        throw new UnsupportedOperationException("skeleton");
    }

    public void fail(UUID id, Problem failure) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// QUEUED or RUNNING → CANCELLED.
    ///
    /// @throws ConflictException if the job has ended
    public JobView cancel(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// FAILED or CANCELLED → QUEUED, attempts counted anew.
    ///
    /// @throws ConflictException in any other state
    public JobView retry(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public boolean isCancelled(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws JobNotFinishedException if the job has not succeeded
    public Page<ClusterView> clusters(UUID id, Pageable page) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @param allMarkers all kept genes instead of the top ones
    public ClusterDetail cluster(UUID id, int number, boolean allMarkers) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// A curator's override: the machine's answer stays, the history is kept.
    public ClusterDetail curate(
            UUID id, int number, String label, @Nullable String cellOntologyId, @Nullable String comment, String by) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Streams all cells of the dataset in section order.
    ///
    /// @throws JobNotFinishedException if the job has not succeeded
    public void forEachCell(UUID id, Consumer<CellRow> consumer) {
        throw new UnsupportedOperationException("skeleton");
    }
}
