package io.nanocell.confidence;

/// How sure one candidate is, from evidence alone.
///
/// @param label of the candidate
/// @param value 0..1
/// @param verdict HIGH, MODERATE or UNRESOLVED
/// @param parts what it was computed from
public record Confidence(String label, double value, Verdict verdict, ConfidenceParts parts) {}
