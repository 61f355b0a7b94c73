package io.nanocell.confidence;

import java.util.SortedSet;
import java.util.TreeSet;

/// Keeps every call about mice below HIGH: their markers are those of the human orthologs, and no cluster of a mouse
/// took part in the calibration.
///
/// @param high least value of a HIGH verdict
/// @param moderate least value of a MODERATE one
public record OrthologyCap(double high, double moderate) {

    /// @return the same, no candidate surer than just below HIGH, with the reason
    public ClusterConfidence of(ClusterConfidence cluster) {
        SortedSet<String> reasons = new TreeSet<>(cluster.reasons());
        reasons.add(ReasonCodes.MOUSE_BY_ORTHOLOGY);
        return cluster.with(
                cluster.candidates().stream()
                        .map(candidate -> candidate.belowHigh(high, moderate, null))
                        .toList(),
                reasons);
    }
}
