package io.nanocell.results;

/// A stored file of a dataset.
///
/// @param role "matrix", "cells", "experiment", "panel" or "clusters"
/// @param storageKey where it lies below the data directory, never a client's name; for imported folders the absolute
/// path
public record FileRecord(String role, String name, long bytes, String sha256, String storageKey) {}
