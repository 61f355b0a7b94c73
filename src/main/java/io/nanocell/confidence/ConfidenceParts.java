package io.nanocell.confidence;

import org.jspecify.annotations.Nullable;

/// The parts of a candidate's confidence, each 0..1 except `markerCount`, and `entropy`, which is ≥ 0 in nats.
///
/// @param markerCount how many markers the cluster has, ≥ 1: no part that speaks for or against, but the posterior
/// adds up what each marker says as if no two said the same, and so is the bolder the more there are
/// @param posterior of the candidate and of the labels above and below it: the ranking's own idea of how likely the
/// candidate is right, before it has met any expert
/// @param lead posterior / (posterior + that of its best rival, neither above nor below it, with the rival's own
/// relatives): low where another label is as likely, however likely both are
/// @param below posterior of the candidates below it: a parent is right whichever of them is the truth
/// @param markerShare share of the cluster's markers that are markers of the candidate
/// @param sourceAgreement how far CellMarker, PanglaoDB and the atlases, each asked alone, agree on the candidate,
/// see [io.nanocell.evidence.SourceOpinion]
/// @param sourceShare mean, over these sources, of the share of the markers that mark the candidate or a type
/// above or below it
/// @param secondLineage 1 − pValueMax of the best supported lineage that is not the candidate's; 0 without any
/// @param knownMarkers ln(1 + how many these are) / ln 21, at most 1: a share of three says less than a share of
/// ten
/// @param markerSupport clamp(−log10 pValueMax / 3)
/// @param margin clamp((s₁ − s₂)/s₁), s₂ the best candidate that is neither ancestor nor descendant
/// @param coverage weighted share of the markers known to any label
/// @param entropy of the normalised supports
/// @param functionalConsistency share of the programs that the lineage allows; null without programs
/// @param heterogeneity from the cells; null without cells
/// @param leakage from the cells; null without cells
public record ConfidenceParts(
        double markerCount,
        double posterior,
        double lead,
        double below,
        double markerShare,
        double sourceAgreement,
        double sourceShare,
        double secondLineage,
        double knownMarkers,
        double markerSupport,
        double margin,
        double coverage,
        double entropy,
        @Nullable Double functionalConsistency,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {}
