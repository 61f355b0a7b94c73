package io.nanocell.annotation;

import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.Verdict;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.ModelAnswer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether the model left the best-supported candidate of a cluster, and what came of it.
///
/// @param best the candidate that the evidence puts first: the best one above chance, or, where none is, the first;
/// null where there is no candidate
/// @param chosen the model's label, also one that is no candidate, or "Unresolved"; null where there was no usable
/// answer
/// @param left whether there was a usable answer and it is not `best`
/// @param action what the policy did with it
/// @param evidenceLabel what the cluster would be called by the evidence alone
/// @param evidenceId its Cell Ontology id; null for "Unresolved" and "Heterogeneous"
/// @param evidenceVerdict its verdict
public record LiftEntry(
        @Nullable Confidence best,
        @Nullable String chosen,
        boolean left,
        LiftAction action,
        String evidenceLabel,
        @Nullable String evidenceId,
        Verdict evidenceVerdict) {

    /// @param evidenceOnly the decision table under the policy EVIDENCE
    /// @param answer the model's; null where nothing was asked
    /// @param called the label that the cluster has; null where it is no cell type
    /// @param reasons of that label
    public static LiftEntry of(
            JudgedEvidence cluster,
            FinalLabel evidenceOnly,
            @Nullable ModelAnswer answer,
            @Nullable String called,
            List<String> reasons) {
        Confidence best = best(cluster);
        String chosen = chosen(answer);
        boolean left = chosen != null && (best == null || !chosen.equals(best.label()));
        AnnotatedCluster alone = evidenceOnly.join(cluster.evidence(), cluster.confidence(), null);
        return new LiftEntry(
                best,
                chosen,
                left,
                action(answer, chosen, left, called, reasons, alone.cellOntologyId() != null),
                alone.label(),
                alone.cellOntologyId(),
                alone.verdict());
    }

    private static @Nullable Confidence best(JudgedEvidence cluster) {
        List<Confidence> candidates = cluster.confidence().candidates();
        Confidence best = cluster.confidence().best();
        return best == null && !candidates.isEmpty() ? candidates.getFirst() : best;
    }

    private static @Nullable String chosen(@Nullable ModelAnswer answer) {
        return switch (answer) {
            case ModelAnswer.Chose chose -> chose.label();
            case ModelAnswer.Abstained _ -> LabelSchema.UNRESOLVED;
            case ModelAnswer.Unusable _, ModelAnswer.Unavailable _ -> null;
            case null -> null;
        };
    }

    private static LiftAction action(
            @Nullable ModelAnswer answer,
            @Nullable String chosen,
            boolean left,
            @Nullable String called,
            List<String> reasons,
            boolean evidenceCalls) {
        if (chosen == null) {
            return answer == null ? LiftAction.NOT_ASKED : LiftAction.NO_ANSWER;
        }
        if (!left) {
            return LiftAction.AGREED;
        }
        if (called == null) {
            return evidenceCalls ? LiftAction.WITHHELD : LiftAction.NOT_CALLED;
        }
        if (Objects.equals(called, chosen)) {
            return LiftAction.STANDS;
        }
        return reasons.contains(Reason.MODEL_PREFERRED.name()) ? LiftAction.BACKED_OFF : LiftAction.OVERRULED;
    }
}
