package io.nanocell.security;

/// The service must not start: it needs a key and has none, or one that is no good.
final class InvalidApiKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidApiKeyException(String message) {
        super(message);
    }
}
