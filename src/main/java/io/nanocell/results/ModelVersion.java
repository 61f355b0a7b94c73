package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// The language model in use; the digest is null where the server could not be asked.
public record ModelVersion(String name, @Nullable String digest) {}
