package io.nanocell.results;

/// A remark with a stable code, such as a warning of a dataset or job.
public record Notice(String code, String message) {}
