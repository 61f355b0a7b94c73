package io.nanocell.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The key of the service. Only its SHA-256 is kept, and it never appears in a message or a log.
final class ApiKey {

    static final int MIN_LENGTH = 32;

    private final byte[] digest;

    private ApiKey(byte[] digest) {
        this.digest = digest;
    }

    /// @throws InvalidApiKeyException if it is shorter than 32 characters or could not be sent in a header
    static ApiKey of(String key) {
        if (key.length() < MIN_LENGTH) {
            throw new InvalidApiKeyException("The API key has %d characters; it needs at least %d, drawn at random"
                    .formatted(key.length(), MIN_LENGTH));
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidApiKeyException(
                    "The API key has characters that no Authorization header can carry: use ASCII letters, digits and signs,"
                            + " without spaces");
        }
        return new ApiKey(sha256(key));
    }

    /// Compares digests of equal length, so the time taken tells nothing about the key.
    boolean matches(String presented) {
        return MessageDigest.isEqual(digest, sha256(presented));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
