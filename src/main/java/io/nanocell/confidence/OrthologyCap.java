package io.nanocell.confidence;

import java.util.List;
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
        List<Confidence> candidates =
                cluster.candidates().stream().map(this::capped).toList();
        int best = cluster.best() == null ? -1 : cluster.candidates().indexOf(cluster.best());
        SortedSet<String> reasons = new TreeSet<>(cluster.reasons());
        reasons.add(ReasonCodes.MOUSE_BY_ORTHOLOGY);
        return new ClusterConfidence(
                cluster.number(),
                candidates,
                best < 0 ? null : candidates.get(best),
                cluster.backedOff(),
                cluster.heterogeneous(),
                reasons);
    }

    private Confidence capped(Confidence c) {
        double value = Math.min(c.value(), high - ConfidenceScorer.BELOW_HIGH);
        Verdict verdict = c.verdict();
        if (verdict == Verdict.HIGH) {
            verdict = value >= moderate ? Verdict.MODERATE : Verdict.UNRESOLVED;
        }
        return new Confidence(
                c.label(), c.cellOntologyId(), value, c.uncapped(), verdict, c.aboveChance(), c.parts(), c.reasons());
    }
}
