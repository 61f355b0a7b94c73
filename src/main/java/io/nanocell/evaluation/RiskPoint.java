package io.nanocell.evaluation;

/// A point of the risk–coverage curve.
///
/// @param coverage share of all that is answered
/// @param risk share of wrong ones among those
/// @param confidence of the least sure of them
public record RiskPoint(double coverage, double risk, double confidence) {}
