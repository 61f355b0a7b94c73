package io.nanocell.confidence;

import java.util.function.Predicate;

/// Keeps every call below HIGH that names an organ which the sample is not of: the databases write "luminal cell" for
/// the breast's and the prostate's, and a label of the breast must not look sure in a prostate.
///
/// @param high least value of a HIGH verdict
/// @param moderate least value of a MODERATE one
/// @param ofOtherOrgan whether a label names another organ than the sample's
public record OrganCap(double high, double moderate, Predicate<String> ofOtherOrgan) {

    /// @return the same, no candidate of another organ surer than just below HIGH, with the reason
    public ClusterConfidence of(ClusterConfidence cluster) {
        return cluster.with(
                cluster.candidates().stream()
                        .map(candidate -> ofOtherOrgan.test(candidate.label())
                                ? candidate.belowHigh(high, moderate, ReasonCodes.OTHER_ORGAN)
                                : candidate)
                        .toList(),
                cluster.reasons());
    }
}
