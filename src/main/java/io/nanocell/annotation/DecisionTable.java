package io.nanocell.annotation;

import static io.nanocell.annotation.DecidedBy.EVIDENCE;
import static io.nanocell.annotation.DecidedBy.MODEL;

import io.nanocell.confidence.BackOff;
import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.Verdict;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.reference.CellOntology;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The decision table of the method, row by row. b is the best candidate, c the model's choice.
///
/// In row 3 the method lets c stand where it lies on b's path or is at most 0.10 less confident. On the lists that
/// experts have named that lets a model that always picks the second or the least sure candidate cost 0.06 to 0.10
/// of the accuracy. So c has to be at least as sure as b, or to say less than b: an ancestor of b that is not
/// general is right wherever b is. A general one ("epithelial cell") never stands in for b: it may be sure, and tells
/// nothing. For a subtype of b that is less sure b itself stands (`BACKED_OFF`). No blind model costs accuracy
/// then, see `AdversarialModelsTest`.
///
/// What the table leaves open: a label always stands with its OWN confidence, so one whose own verdict is
/// UNRESOLVED cannot be a label, whoever wants it. Such a c gives way to its most specific clear ancestor among
/// the candidates (`BACKED_OFF`, decided by the evidence), else the cluster is Unresolved (`LOW_CONFIDENCE`).
record DecisionTable(Policy policy, CellOntology ontology) {

    private static final double ROUNDING = 1e-9; // of two confidences that are the same

    Decision decide(ClusterConfidence cluster, @Nullable ModelAnswer answer) {
        Confidence best = cluster.best();
        if (policy == Policy.MODEL && answer instanceof ModelAnswer.Chose chose) {
            return asTheModelSays(cluster, chose.label());
        }
        if (policy == Policy.MODEL && answer instanceof ModelAnswer.Abstained) {
            return new Decision(Verdict.UNRESOLVED, tentative(cluster), MODEL, List.of(Reason.MODEL_ABSTAINED));
        }
        if (cluster.heterogeneous()) {
            return new Decision(Verdict.HETEROGENEOUS, tentative(cluster), EVIDENCE, List.of(Reason.TWO_LINEAGES));
        }
        if (best == null) {
            return Decision.unresolved(tentative(cluster), List.of(Reason.NO_SUPPORT));
        }
        return switch (answer) {
            case ModelAnswer.Chose _, ModelAnswer.Abstained _
            when policy == Policy.EVIDENCE -> evidence(cluster, best, List.of());
            case ModelAnswer.Chose chose -> guarded(cluster, best, chose.label());
            case ModelAnswer.Abstained _ -> without(cluster, best, Reason.MODEL_ABSTAINED, Reason.MODEL_ABSTAINED);
            case ModelAnswer.Unusable _, ModelAnswer.Unavailable _ -> evidence(cluster, best, List.of(Reason.NO_MODEL));
            case null -> evidence(cluster, best, List.of(Reason.NO_MODEL));
        };
    }

    /// Rows 3 to 5, the model having chosen.
    private Decision guarded(ClusterConfidence cluster, Confidence best, String label) {
        Optional<Confidence> chosen = cluster.of(label); // empty: a label of the label space that no marker supports
        if (chosen.isPresent() && isSubtypeTooFar(chosen.get(), best)) {
            return Decision.call(best, EVIDENCE, List.of(Reason.MODEL_PREFERRED, Reason.BACKED_OFF));
        }
        if (chosen.isEmpty() || !isAdmissible(chosen.get(), best)) {
            return without(cluster, best, Reason.MODEL_OVERRULED, Reason.MODEL_CONTRADICTS_EVIDENCE);
        }
        return call(cluster, chosen.get(), chosen.get().equals(best) ? List.of() : List.of(Reason.MODEL_PREFERRED));
    }

    private boolean isAdmissible(Confidence chosen, Confidence best) {
        return ontology.isAncestor(chosen.cellOntologyId(), best.cellOntologyId())
                ? chosen.aboveChance() && !ontology.isGeneral(chosen.cellOntologyId())
                : isAsSure(chosen, best);
    }

    /// The model agrees with b and says more than the evidence does: b stands.
    private boolean isSubtypeTooFar(Confidence chosen, Confidence best) {
        return ontology.isAncestor(best.cellOntologyId(), chosen.cellOntologyId()) && !isAsSure(chosen, best);
    }

    private static boolean isAsSure(Confidence chosen, Confidence best) {
        return chosen.aboveChance() && chosen.uncapped() >= best.uncapped() - ROUNDING;
    }

    private Decision call(ClusterConfidence cluster, Confidence chosen, List<Reason> reasons) {
        Confidence ancestor = new BackOff(ontology).from(chosen, cluster.candidates());
        return ancestor == null
                ? Decision.call(chosen, MODEL, reasons)
                : Decision.call(ancestor, EVIDENCE, Decision.with(reasons, Reason.BACKED_OFF));
    }

    /// Rows 4 and 5: b where it is HIGH, else nothing.
    private static Decision without(ClusterConfidence cluster, Confidence best, Reason high, Reason notHigh) {
        return best.verdict() == Verdict.HIGH
                ? evidence(cluster, best, List.of(high))
                : Decision.unresolved(best, List.of(notHigh));
    }

    /// b by its own confidence.
    private static Decision evidence(ClusterConfidence cluster, Confidence best, List<Reason> reasons) {
        return Decision.call(best, EVIDENCE, cluster.backedOff() ? Decision.with(reasons, Reason.BACKED_OFF) : reasons);
    }

    /// The published behaviour, for ablations: neither the best candidate nor a second lineage stands in the
    /// model's way, yet its label has no more than its own confidence.
    private static Decision asTheModelSays(ClusterConfidence cluster, String label) {
        Optional<Confidence> chosen = cluster.of(label);
        if (chosen.isEmpty() || !chosen.get().aboveChance()) {
            return Decision.unresolved(chosen.orElse(null), List.of(Reason.NO_SUPPORT));
        }
        List<Reason> reasons = cluster.heterogeneous() ? List.of(Reason.TWO_LINEAGES) : List.of();
        boolean preferred = !chosen.get().equals(cluster.best());
        return Decision.call(chosen.get(), MODEL, preferred ? Decision.with(reasons, Reason.MODEL_PREFERRED) : reasons);
    }

    /// @return the best candidate, or the first one where none is above chance
    private static @Nullable Confidence tentative(ClusterConfidence cluster) {
        if (cluster.best() != null) {
            return cluster.best();
        }
        return cluster.candidates().isEmpty() ? null : cluster.candidates().getFirst();
    }
}
