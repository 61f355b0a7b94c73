package io.nanocell.results;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The state machine of a job. Each change is one statement that names the states it may start from, so that two
/// writers can never both win; each counts the row version up.
@Component
class JobTransitions {

    /// Starts without an end after which a job is given up: it would take the service with it again and again.
    static final int MAX_ATTEMPTS = 3;

    private static final Problem REPEATEDLY_INTERRUPTED = new Problem(
            "repeatedly-interrupted",
            "The job was interrupted repeatedly",
            "The service ended %d times while it worked on this job; most likely the job needs more memory than there is"
                    .formatted(MAX_ATTEMPTS),
            List.of(new ProblemViolation(
                    null, null, null, "give the service more memory or the job fewer cells, then retry the job")));

    private final JdbcClient jdbc;

    JobTransitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int start(UUID id) {
        Optional<Integer> attempt =
                jdbc.sql("""
                        UPDATE annotation_job SET state = 'RUNNING', attempt = attempt + 1, started_at = now(),
                            stage = 'INGEST', progress = 0, timings = '[]', version = version + 1
                        WHERE id = ? AND state IN ('QUEUED', 'RUNNING') AND attempt < ? RETURNING attempt""").params(id, MAX_ATTEMPTS).query(Integer.class).optional();
        if (attempt.isEmpty()) {
            fail(id, REPEATEDLY_INTERRUPTED); // has no effect unless a last attempt died
        }
        return attempt.orElse(0);
    }

    void enter(UUID id, JobStage stage, double progress) {
        int updated = jdbc.sql("""
                        UPDATE annotation_job SET stage = ?, progress = ?, version = version + 1
                        WHERE id = ? AND state = 'RUNNING'""").params(stage.name(), progress, id).update();
        requireRunning(updated, id);
    }

    void took(UUID id, JobStage stage, double seconds) {
        int updated = jdbc.sql("""
                        UPDATE annotation_job SET timings = timings || ?::jsonb, version = version + 1
                        WHERE id = ? AND state = 'RUNNING'""")
                .params(StoredJson.write(List.of(new StageTiming(stage, seconds))), id)
                .update();
        requireRunning(updated, id);
    }

    /// The first statement of the transaction that stores the results: it locks the row, so that a cancel either
    /// came
    /// before or has to wait and then finds the job ended.
    void succeed(UUID id, JobResult result) {
        int updated = jdbc.sql("""
                        UPDATE annotation_job SET state = 'SUCCEEDED', progress = 1, finished_at = now(),
                            quality = :quality::jsonb, metrics = :metrics::jsonb, provenance = :provenance::jsonb,
                            warnings = :warnings::jsonb, result_sha256 = :sha256, version = version + 1
                        WHERE id = :id AND state = 'RUNNING'""")
                .param("id", id)
                .param("quality", StoredJson.write(result.quality()))
                .param("metrics", result.metrics() == null ? null : StoredJson.write(result.metrics()))
                .param("provenance", StoredJson.write(result.provenance()))
                .param("warnings", StoredJson.write(result.warnings()))
                .param("sha256", result.resultSha256())
                .update();
        requireRunning(updated, id);
    }

    boolean fail(UUID id, Problem failure) {
        return jdbc.sql("""
                        UPDATE annotation_job SET state = 'FAILED', finished_at = now(), failure = ?::jsonb,
                            version = version + 1
                        WHERE id = ? AND state = 'RUNNING'""").params(StoredJson.write(failure), id).update() == 1;
    }

    boolean cancel(UUID id) {
        return jdbc.sql("""
                        UPDATE annotation_job SET state = 'CANCELLED', finished_at = now(), version = version + 1
                        WHERE id = ? AND state IN ('QUEUED', 'RUNNING')""").param(id).update() == 1;
    }

    boolean retry(UUID id) {
        return jdbc.sql("""
                        UPDATE annotation_job SET state = 'QUEUED', attempt = 0, stage = NULL, progress = 0,
                            started_at = NULL, finished_at = NULL, failure = NULL, timings = '[]',
                            version = version + 1
                        WHERE id = ? AND state IN ('FAILED', 'CANCELLED')""").param(id).update() == 1;
    }

    /// An orderly stop is nobody's fault: the attempt does not count.
    void putBack(UUID id) {
        jdbc.sql("""
                        UPDATE annotation_job SET state = 'QUEUED', attempt = attempt - 1, stage = NULL, progress = 0,
                            started_at = NULL, timings = '[]', version = version + 1
                        WHERE id = ? AND state = 'RUNNING'""").param(id).update();
    }

    Optional<JobState> state(UUID id) {
        return jdbc.sql("SELECT state FROM annotation_job WHERE id = ?")
                .param(id)
                .query(JobState.class)
                .optional();
    }

    Optional<JobState> lock(UUID id) {
        return jdbc.sql("SELECT state FROM annotation_job WHERE id = ? FOR UPDATE")
                .param(id)
                .query(JobState.class)
                .optional();
    }

    List<UUID> running(Collection<UUID> ids) {
        return jdbc.sql("SELECT id FROM annotation_job WHERE state = 'RUNNING' AND id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> unfinished() {
        return jdbc.sql("SELECT id FROM annotation_job WHERE state IN ('QUEUED', 'RUNNING') ORDER BY created_at, id")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static void requireRunning(int updated, UUID id) {
        if (updated == 0) {
            throw new CancellationException("job " + id + " is no longer running");
        }
    }
}
