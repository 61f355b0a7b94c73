package io.nanocell.results;

/// An input by content.
public record InputFile(String name, String sha256) {}
