package io.nanocell.results;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The states of runs, one row each, in statements that name the states they may start from, so that two
/// writers can never both win.
///
/// @param name of a table with the columns id, created_at, state, attempt, started_at, finished_at and
/// failure; also what a person calls one of its rows
/// @param interrupted the failure of a run after [#MAX_ATTEMPTS] starts without an end
record RunTable(JdbcClient jdbc, String name, Problem interrupted) {

    static final int MAX_ATTEMPTS = 3;

    /// QUEUED or RUNNING → RUNNING, or FAILED after the last attempt.
    ///
    /// @return whether it is to run
    boolean start(UUID id) {
        int started = update("""
                UPDATE %s SET state = 'RUNNING', attempt = attempt + 1, started_at = coalesce(started_at, now())
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING') AND attempt < ?""", id, MAX_ATTEMPTS);
        if (started == 0) {
            fail(id, interrupted); // no effect unless a last attempt died
        }
        return started == 1;
    }

    void fail(UUID id, Problem failure) {
        update("""
                UPDATE %s SET state = 'FAILED', finished_at = now(), failure = ?::jsonb
                WHERE id = ? AND state = 'RUNNING'""", StoredJson.write(failure), id);
    }

    void putBack(UUID id) {
        update("UPDATE %s SET state = 'QUEUED', attempt = attempt - 1 WHERE id = ? AND state = 'RUNNING'", id);
    }

    Optional<JobState> state(UUID id) {
        return jdbc.sql("SELECT state FROM %s WHERE id = ?".formatted(name))
                .param(id)
                .query(JobState.class)
                .optional();
    }

    List<UUID> unfinished() {
        return jdbc.sql("SELECT id FROM %s WHERE state IN ('QUEUED', 'RUNNING') ORDER BY created_at, id"
                        .formatted(name))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// @param updated rows that a statement for RUNNING ones has changed
    /// @throws CancellationException if it was none
    void requireRunning(UUID id, int updated) {
        if (updated == 0) {
            throw new CancellationException("%s %s is no longer running".formatted(name, id));
        }
    }

    private int update(String sql, Object... parameters) {
        return jdbc.sql(sql.formatted(name)).params(parameters).update();
    }
}
