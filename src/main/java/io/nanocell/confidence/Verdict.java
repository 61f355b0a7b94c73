package io.nanocell.confidence;

/// How far a call can be trusted.
public enum Verdict {
    HIGH,
    MODERATE,
    UNRESOLVED,
    HETEROGENEOUS,
    NOT_ASSESSED
}
