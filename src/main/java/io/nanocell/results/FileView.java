package io.nanocell.results;

/// A file as the caller named it.
public record FileView(String name, long bytes, String sha256) {}
