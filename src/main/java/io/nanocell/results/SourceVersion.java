package io.nanocell.results;

/// A reference source in use.
public record SourceVersion(String name, String release, String sha256) {}
