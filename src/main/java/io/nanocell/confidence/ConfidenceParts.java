package io.nanocell.confidence;

import org.jspecify.annotations.Nullable;

/// The parts of a candidate's confidence, each 0..1 except `entropy`, which is ≥ 0 in nats.
///
/// @param posterior of the candidate and of the labels above and below it: the ranking's own idea of how likely the
/// candidate is right, before it has met any expert
/// @param markerShare share of the cluster's markers that are markers of the candidate
/// @param knownMarkers ln(1 + how many these are) / ln 21, at most 1: a share of three says less than a share of ten
/// @param markerSupport clamp(−log10 pValueMax / 3)
/// @param margin clamp((s₁ − s₂)/s₁), s₂ the best candidate that is neither ancestor nor descendant
/// @param coverage weighted share of the markers known to any label
/// @param entropy of the normalised supports
/// @param functionalConsistency share of the programs that the lineage allows; null without programs
/// @param heterogeneity from the cells; null without cells
/// @param leakage from the cells; null without cells
public record ConfidenceParts(
        double posterior,
        double markerShare,
        double knownMarkers,
        double markerSupport,
        double margin,
        double coverage,
        double entropy,
        @Nullable Double functionalConsistency,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {}
