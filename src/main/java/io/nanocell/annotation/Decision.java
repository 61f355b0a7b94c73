package io.nanocell.annotation;

import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the decision table says of a cluster.
///
/// @param verdict of the label
/// @param about the candidate that is the label; with UNRESOLVED and HETEROGENEOUS what was tentative, null where
/// nothing was
/// @param decidedBy MODEL only where the label is the model's very answer
/// @param reasons in order
record Decision(Verdict verdict, @Nullable Confidence about, DecidedBy decidedBy, List<Reason> reasons) {

    boolean isCall() {
        return verdict == Verdict.HIGH || verdict == Verdict.MODERATE;
    }

    /// The candidate by its own verdict; one that is not clear is no label.
    static Decision call(Confidence about, DecidedBy decidedBy, List<Reason> reasons) {
        return about.isClear()
                ? new Decision(about.verdict(), about, decidedBy, reasons)
                : unresolved(about, with(reasons, Reason.LOW_CONFIDENCE));
    }

    static Decision unresolved(@Nullable Confidence tentative, List<Reason> reasons) {
        return new Decision(Verdict.UNRESOLVED, tentative, DecidedBy.EVIDENCE, reasons);
    }

    static List<Reason> with(List<Reason> reasons, Reason more) {
        return Stream.concat(reasons.stream(), Stream.of(more)).toList();
    }
}
