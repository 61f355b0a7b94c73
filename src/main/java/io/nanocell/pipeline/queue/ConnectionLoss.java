package io.nanocell.pipeline.queue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// Tells whether the database went away, which is no end of a job: it runs again once the database is back.
public final class ConnectionLoss {

    private ConnectionLoss() {}

    /// SQLSTATE class 08 is a broken connection, 57P is a server that shuts down or starts up.
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
            if (cause instanceof SQLTransientConnectionException) { // the pool got no connection in time
                return true;
            }
        }
        return false;
    }
}
