package io.nanocell.cli;

/// The arguments of a command do not hold.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
