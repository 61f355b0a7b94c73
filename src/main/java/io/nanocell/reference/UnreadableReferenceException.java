package io.nanocell.reference;

/// A reference file is there and cannot be read as what its name says; the service must not start without it.
public final class UnreadableReferenceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableReferenceException(String file, String problem) {
        super("%s cannot be read as reference data: %s".formatted(file, problem));
    }

    public UnreadableReferenceException(String file, Throwable cause) {
        super("%s cannot be read as reference data: %s".formatted(file, cause.getMessage()), cause);
    }
}
