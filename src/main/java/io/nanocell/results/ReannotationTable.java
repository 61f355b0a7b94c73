package io.nanocell.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `reannotation`, their changes of state aside.
@Component
class ReannotationTable {

    private final JdbcClient jdbc;

    ReannotationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID job, int cluster, JobParameters parameters, ClusterAnswer before) {
        jdbc.sql("""
                        INSERT INTO reannotation (id, job_id, cluster, state, parameters, answer_before)
                        VALUES (?, ?, ?, 'QUEUED', ?::jsonb, ?::jsonb)""")
                .params(id, job, cluster, StoredJson.write(parameters), StoredJson.write(before))
                .update();
    }

    /// RUNNING → SUCCEEDED.
    ///
    /// @return rows changed, 0 or 1
    int succeed(UUID id, ReannotationResult result) {
        return jdbc.sql("""
                        UPDATE reannotation SET state = 'SUCCEEDED', finished_at = now(), answer_after = ?::jsonb,
                            provenance = ?::jsonb, warnings = ?::jsonb
                        WHERE id = ? AND state = 'RUNNING'""")
                .params(
                        StoredJson.write(ClusterAnswer.of(result.cluster().cluster())),
                        StoredJson.write(result.provenance()),
                        StoredJson.write(result.warnings()),
                        id)
                .update();
    }

    Optional<ReannotationView> find(UUID id) {
        return jdbc.sql("SELECT * FROM reannotation WHERE id = ?")
                .param(id)
                .query((row, _) -> view(row))
                .optional();
    }

    /// @return all of a cluster, newest first
    List<ReannotationView> of(UUID job, int cluster) {
        return jdbc.sql("SELECT * FROM reannotation WHERE job_id = ? AND cluster = ? ORDER BY created_at DESC, id")
                .params(job, cluster)
                .query((row, _) -> view(row))
                .list();
    }

    /// @return the one of a job that is QUEUED or RUNNING
    Optional<ReannotationView> open(UUID job) {
        return jdbc.sql("SELECT * FROM reannotation WHERE job_id = ? AND state IN ('QUEUED', 'RUNNING')")
                .param(job)
                .query((row, _) -> view(row))
                .optional();
    }

    /// @return the one that a cluster's present answer comes from; null where it is the job's own
    @Nullable
    UUID latest(UUID job, int cluster) {
        return jdbc.sql("""
                        SELECT id FROM reannotation WHERE job_id = ? AND cluster = ? AND state = 'SUCCEEDED'
                        ORDER BY finished_at DESC, created_at DESC, id LIMIT 1""")
                .params(job, cluster)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(null);
    }

    private static ReannotationView view(ResultSet row) throws SQLException {
        return new ReannotationView(
                row.getObject("id", UUID.class),
                row.getObject("job_id", UUID.class),
                row.getInt("cluster"),
                JobState.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "finished_at"),
                StoredJson.MAPPER.readValue(row.getString("parameters"), JobParameters.class),
                StoredJson.MAPPER.readValue(row.getString("answer_before"), ClusterAnswer.class),
                json(row, "answer_after", ClusterAnswer.class),
                List.of(StoredJson.MAPPER.readValue(row.getString("warnings"), Notice[].class)),
                json(row, "failure", Problem.class),
                json(row, "provenance", Provenance.class));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> @Nullable T json(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : StoredJson.MAPPER.readValue(text, type);
    }
}
