package io.nanocell.inference.ollama;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The language model of the sidecar.
///
/// @param name model that is asked where a job names none
/// @param timeout longest time that one call may take, from connecting to the last byte
@ConfigurationProperties("nanocell.model")
record ModelProperties(
        @DefaultValue("qwen2.5:1.5b") String name,
        @DefaultValue("60s") Duration timeout) {

    /// @throws IllegalArgumentException if the name is blank or the timeout not positive
    ModelProperties {
        if (name.isBlank()) {
            throw new IllegalArgumentException("nanocell.model.name is blank");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("nanocell.model.timeout must be positive: " + timeout);
        }
    }
}
