package io.nanocell.evaluation;

/// How much can be answered at a risk that is borne.
///
/// @param risk share of wrong ones among those answered, 0..1
/// @param coverage largest share of all that can be answered, surest first, with no more than that share wrong
/// @param low lower end of its 95 % bootstrap interval (percentiles)
/// @param high upper end of it
public record CoverageAtRisk(double risk, double coverage, double low, double high) {}
