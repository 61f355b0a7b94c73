package io.nanocell.inference;

import org.jspecify.annotations.Nullable;

/// Which model answers.
///
/// @param name "qwen2.5:1.5b"
/// @param digest from Ollama's `/api/tags`; null where it could not be read
public record ModelIdentity(String name, @Nullable String digest) {}
