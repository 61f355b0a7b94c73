package io.nanocell.results;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

/// What may be missing around the service, told from the failure that it causes: neither the caller's fault nor a
/// defect.
public enum Outage {
    NONE,
    /// The database is gone, starts up, or has no connection left.
    DATABASE_LOST,
    /// The disk of the service or of its database is full.
    OUT_OF_SPACE;

    /// @param failure whatever was thrown; its causes count
    public static Outage of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) { // the pool got no connection in time
                return DATABASE_LOST;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith("08") || state.startsWith("57P")) { // broken connection; server stops or starts
                    return DATABASE_LOST;
                }
                if (state.startsWith("53")) { // disk full, out of memory
                    return OUT_OF_SPACE;
                }
            }
            if (cause instanceof IOException io && isDiskFull(String.valueOf(io.getMessage()))) {
                return OUT_OF_SPACE;
            }
        }
        return NONE;
    }

    /// Java has no exception of its own for it, only the operating system's words.
    private static boolean isDiskFull(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device")
                || text.contains("disk quota exceeded")
                || text.contains("not enough space on the disk");
    }
}
