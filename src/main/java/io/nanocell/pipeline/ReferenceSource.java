package io.nanocell.pipeline;

/// A reference source in use.
public record ReferenceSource(String name, String release, String sha256, int entries, String licence) {}
