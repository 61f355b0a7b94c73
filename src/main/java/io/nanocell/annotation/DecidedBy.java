package io.nanocell.annotation;

/// Whose choice a label is.
public enum DecidedBy {
    MODEL,
    EVIDENCE
}
