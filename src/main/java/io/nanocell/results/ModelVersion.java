package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// The language model of a run.
///
/// @param promptTemplate version of the prompt's wording; null in results of earlier versions
public record ModelVersion(
        String name, @Nullable String digest, @Nullable String promptTemplate) {

    public ModelVersion(String name, @Nullable String digest) {
        this(name, digest, null);
    }
}
