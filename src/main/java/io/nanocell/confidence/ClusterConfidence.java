package io.nanocell.confidence;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// The confidence of every candidate of a cluster, in the candidates' order.
///
/// @param number of the cluster
/// @param candidates one per candidate of the evidence
/// @param best the first candidate above chance, or the clear ancestor it was backed off to; null where none is
/// above chance. Always one of `candidates`
/// @param backedOff whether `best` is such an ancestor
/// @param heterogeneous whether two lineages stand on disjoint markers of their own
/// @param reasons codes that bear on the whole cluster (`NO_FUNCTION`, `LOW_COVERAGE`), in order
public record ClusterConfidence(
        int number,
        List<Confidence> candidates,
        @Nullable Confidence best,
        boolean backedOff,
        boolean heterogeneous,
        SortedSet<String> reasons) {

    /// @param candidates the same ones in the same order, with other confidences
    ClusterConfidence with(List<Confidence> candidates, SortedSet<String> reasons) {
        Confidence changed = best == null ? null : candidates.get(this.candidates.indexOf(best));
        return new ClusterConfidence(number, candidates, changed, backedOff, heterogeneous, reasons);
    }

    /// @return the candidate of this label, empty where it is none
    public Optional<Confidence> of(String label) {
        return candidates.stream()
                .filter(candidate -> candidate.label().equals(label))
                .findFirst();
    }
}
