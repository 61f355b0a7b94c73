package io.nanocell.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// The stored ablations of jobs, and the answers they have got so far. State changes refuse wrong states.
@Service
public class Ablations implements StoredRuns<Ablations.Begun> {

    private static final Problem REPEATEDLY_INTERRUPTED = new Problem(
            "repeatedly-interrupted",
            "The ablation was interrupted repeatedly",
            "The service ended %d times without a further answer while it worked on this ablation"
                    .formatted(RunTable.MAX_ATTEMPTS),
            List.of());

    private final JdbcClient jdbc;
    private final RunTable runs;

    Ablations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.runs = new RunTable(jdbc, "ablation", REPEATEDLY_INTERRUPTED);
    }

    /// What a run needs to go on where the last one ended.
    ///
    /// @param jobSha256 digest of the results that the answers speak of
    /// @param answers by question and cluster
    public record Begun(
            UUID jobId,
            AblationSettings settings,
            String jobSha256,
            Map<Integer, Map<Integer, AblationAnswer>> answers) {}

    /// @param jobSha256 digest of the job's results
    /// @param clusters that are asked about in each question
    @Transactional
    public AblationView create(UUID id, UUID job, AblationSettings settings, String jobSha256, int clusters) {
        jdbc.sql("""
                        INSERT INTO ablation (id, job_id, state, settings, job_sha256, questions)
                        VALUES (?, ?, 'QUEUED', ?::jsonb, ?, ?)""")
                .params(
                        id,
                        job,
                        StoredJson.write(settings),
                        jobSha256,
                        Math.multiplyExact(settings.questions(), clusters))
                .update();
        return get(job, id);
    }

    /// @throws NotFoundException if the job has none of this id
    public AblationView get(UUID job, UUID id) {
        return jdbc.sql("SELECT * FROM ablation WHERE id = ? AND job_id = ?")
                .params(id, job)
                .query((row, _) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("Job %s has no ablation %s".formatted(job, id)));
    }

    /// @return all of a job, newest first
    public List<AblationView> of(UUID job) {
        return jdbc.sql("SELECT * FROM ablation WHERE job_id = ? ORDER BY created_at DESC, id")
                .param(job)
                .query((row, _) -> view(row))
                .list();
    }

    /// As [StoredRuns#start]; attempts count since the last answer.
    @Override
    @Transactional
    public Optional<Begun> start(UUID id) {
        if (!runs.start(id)) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT * FROM ablation WHERE id = ?")
                .param(id)
                .query((row, _) -> new Begun(
                        row.getObject("job_id", UUID.class), settings(row), row.getString("job_sha256"), answers(id)))
                .optional();
    }

    private Map<Integer, Map<Integer, AblationAnswer>> answers(UUID id) {
        Map<Integer, Map<Integer, AblationAnswer>> answers = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM ablation_answer WHERE ablation_id = ? ORDER BY question, cluster")
                .param(id)
                .query(row -> {
                    answers.computeIfAbsent(row.getInt("question"), _ -> new LinkedHashMap<>())
                            .put(
                                    row.getInt("cluster"),
                                    StoredJson.MAPPER.readValue(row.getString("answer"), AblationAnswer.class));
                });
        return answers;
    }

    /// Forgets all answers: the job's results are no longer those that they speak of.
    @Transactional
    public void beginAnew(UUID id, String jobSha256) {
        runs.requireRunning(
                id,
                jdbc.sql(
                                "UPDATE ablation SET job_sha256 = ?, answered = 0, rows = '[]' WHERE id = ? AND state = 'RUNNING'")
                        .params(jobSha256, id)
                        .update());
        jdbc.sql("DELETE FROM ablation_answer WHERE ablation_id = ?").param(id).update();
    }

    /// @throws CancellationException if the ablation is no longer running
    @Transactional
    public void answered(UUID id, int question, int cluster, AblationAnswer answer) {
        runs.requireRunning(
                id,
                jdbc.sql("UPDATE ablation SET answered = answered + 1, attempt = 1 WHERE id = ? AND state = 'RUNNING'")
                        .param(id)
                        .update());
        jdbc.sql("INSERT INTO ablation_answer (ablation_id, question, cluster, answer) VALUES (?, ?, ?, ?::jsonb)")
                .params(id, question, cluster, StoredJson.write(answer))
                .update();
    }

    /// @throws CancellationException if the ablation is no longer running
    public void rows(UUID id, List<AblationRow> rows, @Nullable ModelVersion model) {
        runs.requireRunning(
                id,
                jdbc.sql("UPDATE ablation SET rows = ?::jsonb, model = ?::jsonb WHERE id = ? AND state = 'RUNNING'")
                        .params(Stream.<@Nullable Object>of(
                                        StoredJson.write(rows), model == null ? null : StoredJson.write(model), id)
                                .toList())
                        .update());
    }

    /// @throws CancellationException if the ablation is no longer running
    public void succeed(UUID id, List<Notice> warnings) {
        runs.requireRunning(
                id, jdbc.sql("""
                        UPDATE ablation SET state = 'SUCCEEDED', finished_at = now(), warnings = ?::jsonb
                        WHERE id = ? AND state = 'RUNNING'""").params(StoredJson.write(warnings), id).update());
    }

    @Override
    public void fail(UUID id, Problem failure) {
        runs.fail(id, failure);
    }

    @Override
    public void putBack(UUID id) {
        runs.putBack(id);
    }

    /// QUEUED or RUNNING → CANCELLED. What is answered stays.
    ///
    /// @throws ConflictException if it has ended
    @Transactional
    public AblationView cancel(UUID job, UUID id) {
        int cancelled = jdbc.sql("""
                        UPDATE ablation SET state = 'CANCELLED', finished_at = now()
                        WHERE id = ? AND job_id = ? AND state IN ('QUEUED', 'RUNNING')""").params(id, job).update();
        AblationView ablation = get(job, id);
        if (cancelled == 0) {
            throw new ConflictException("Ablation %s is %s and cannot be cancelled".formatted(id, ablation.state()));
        }
        return ablation;
    }

    @Override
    public Optional<JobState> state(UUID id) {
        return runs.state(id);
    }

    @Override
    public List<UUID> unfinished() {
        return runs.unfinished();
    }

    private static AblationSettings settings(ResultSet row) throws SQLException {
        return StoredJson.MAPPER.readValue(row.getString("settings"), AblationSettings.class);
    }

    private static AblationView view(ResultSet row) throws SQLException {
        int questions = row.getInt("questions");
        JobState state = JobState.valueOf(row.getString("state"));
        OffsetDateTime started = row.getObject("started_at", OffsetDateTime.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String failure = row.getString("failure");
        String model = row.getString("model");
        return new AblationView(
                row.getObject("id", UUID.class),
                row.getObject("job_id", UUID.class),
                state,
                state == JobState.SUCCEEDED || questions == 0 ? 1 : (double) row.getInt("answered") / questions,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                started == null ? null : started.toInstant(),
                finished == null ? null : finished.toInstant(),
                failure == null ? null : StoredJson.MAPPER.readValue(failure, Problem.class),
                settings(row),
                model == null ? null : StoredJson.MAPPER.readValue(model, ModelVersion.class),
                StoredJson.MAPPER.readValue(row.getString("warnings"), new TypeReference<List<Notice>>() {}),
                StoredJson.MAPPER.readValue(row.getString("rows"), new TypeReference<List<AblationRow>>() {}));
    }
}
