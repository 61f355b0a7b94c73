package io.nanocell.annotation;

/// How much the model's choice counts.
public enum Policy {
    /// The decision table of the method: evidence overrules where it is clear.
    GUARDED,
    /// The model's admissible label stands with that label's own confidence, as published.
    MODEL,
    /// The model is only recorded.
    EVIDENCE
}
