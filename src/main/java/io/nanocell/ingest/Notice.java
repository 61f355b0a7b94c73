package io.nanocell.ingest;

/// Something the reader of a result should know, with a stable code ("NO_CONTROLS").
public record Notice(String code, String message) {}
