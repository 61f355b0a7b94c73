package io.nanocell.results;

/// The state of the resource does not allow this.
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConflictException(String message) {
        super(message);
    }
}
