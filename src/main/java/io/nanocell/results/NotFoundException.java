package io.nanocell.results;

/// There is no such dataset, job or cluster.
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotFoundException(String message) {
        super(message);
    }
}
