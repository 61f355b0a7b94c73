package io.nanocell.inference.ollama;

/// The server answered with a status that is no success.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String body) {
        super(body);
        this.status = status;
    }

    int status() {
        return status;
    }

    /// @return what the server said
    String said() {
        return String.valueOf(getMessage());
    }
}
