package io.nanocell.results;

/// Results were asked for that do not exist yet, or never will.
public final class JobNotFinishedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final JobState state;

    public JobNotFinishedException(String message, JobState state) {
        super(message);
        this.state = state;
    }

    public JobState state() {
        return state;
    }
}
