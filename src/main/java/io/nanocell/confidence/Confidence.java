package io.nanocell.confidence;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How sure one candidate is, from evidence alone.
///
/// @param label of the candidate
/// @param cellOntologyId of the candidate
/// @param value 0..1
/// @param uncapped the value before a cap ([Malignancy], [OrganCap]) took hold, else the same: what two candidates are
/// compared by,
/// so that a cap on one never lets another pass it
/// @param verdict HIGH, MODERATE or UNRESOLVED
/// @param aboveChance whether a random list of as many genes rarely supports any label this well: pValueMax ≤
/// 0.05
/// @param parts what it was computed from
/// @param reasons codes that bear on this candidate alone (`POSSIBLY_MALIGNANT`), in order
public record Confidence(
        String label,
        String cellOntologyId,
        double value,
        double uncapped,
        Verdict verdict,
        boolean aboveChance,
        ConfidenceParts parts,
        SortedSet<String> reasons) {

    /// @param reason to be added; null: none
    /// @return the same, not surer than just below HIGH
    Confidence belowHigh(double high, double moderate, @Nullable String reason) {
        double capped = Math.min(value, high - ConfidenceScorer.BELOW_HIGH);
        Verdict now = verdict;
        if (verdict == Verdict.HIGH) {
            now = capped >= moderate ? Verdict.MODERATE : Verdict.UNRESOLVED;
        }
        SortedSet<String> why = new TreeSet<>(reasons);
        if (reason != null) {
            why.add(reason);
        }
        return new Confidence(
                label,
                cellOntologyId,
                capped,
                uncapped,
                now,
                aboveChance,
                parts,
                Collections.unmodifiableSortedSet(why));
    }

    /// @return whether the candidate may stand as a label
    public boolean isClear() {
        return verdict == Verdict.HIGH || verdict == Verdict.MODERATE;
    }
}
