package io.nanocell.confidence;

import org.jspecify.annotations.Nullable;

/// The parts of a candidate's confidence, each 0..1 except `entropy`, which is ≥ 0 in nats.
///
/// @param markerSupport clamp(−log10 pValueMax / 3)
/// @param margin clamp((s₁ − s₂)/s₁), s₂ the best candidate that is neither ancestor nor descendant
/// @param coverage weighted share of the markers known to any label
/// @param entropy of the normalised supports
/// @param functionalConsistency share of the programs that the lineage allows; null without programs
/// @param heterogeneity from the cells; null without cells
/// @param leakage from the cells; null without cells
public record ConfidenceParts(
        double markerSupport,
        double margin,
        double coverage,
        double entropy,
        @Nullable Double functionalConsistency,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {}
