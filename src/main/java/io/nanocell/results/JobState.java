package io.nanocell.results;

/// QUEUED → RUNNING → SUCCEEDED | FAILED | CANCELLED.
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /// @return whether nothing more happens without a caller
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
