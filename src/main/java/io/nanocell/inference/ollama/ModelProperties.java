package io.nanocell.inference.ollama;

import io.nanocell.inference.ModelName;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The language model of the sidecar.
///
/// @param name model that is asked where a job names none
/// @param timeout longest time that one call may take, from connecting to the last byte
/// @param digest that the model must have, as `/api/tags` tells it, whole or its first 12 digits or more; null
/// where any will do. A job that was answered by another one, or by one whose digest could not be read, says so
/// @param parallel questions that the server gets at a time, of all jobs, marker lists and ablations together
@ConfigurationProperties("nanocell.model")
record ModelProperties(
        String name, Duration timeout, @Nullable String digest, int parallel) {

    private static final int LEAST_DIGITS = 12;

    /// @throws IllegalArgumentException if the name is blank or of a model in the cloud, the timeout not
    /// positive, the digest none, or nothing may be asked
    @ConstructorBinding
    ModelProperties(
            @DefaultValue("qwen2.5:1.5b") String name,
            @DefaultValue("60s") Duration timeout,
            @Nullable String digest,
            @DefaultValue("2") int parallel) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("nanocell.model.name is blank");
        }
        if (ModelName.isOfCloud(name)) {
            throw new IllegalArgumentException(
                    "nanocell.model.name must be a model that runs on the server itself, not " + name
                            + " in its maker's cloud");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("nanocell.model.timeout must be positive: " + timeout);
        }
        if (parallel < 1) {
            throw new IllegalArgumentException("nanocell.model.parallel must be at least 1, not " + parallel);
        }
        this.name = name;
        this.timeout = timeout;
        this.digest = plain(digest);
        this.parallel = parallel;
    }

    ModelProperties(String name, Duration timeout) {
        this(name, timeout, null, 2);
    }

    private static @Nullable String plain(@Nullable String digest) {
        if (digest == null || digest.isBlank()) {
            return null;
        }
        String digits = digest.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
        if (!digits.matches("[0-9a-f]{" + LEAST_DIGITS + ",64}")) {
            throw new IllegalArgumentException(
                    "nanocell.model.digest must be 12 to 64 hexadecimal digits, not " + digest);
        }
        return digits;
    }
}
