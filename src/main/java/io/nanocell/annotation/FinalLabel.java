package io.nanocell.annotation;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.reference.CellOntology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins evidence, the model's answer and confidence to the final label. A pure function: the model's answer may
/// change which candidate stands, never how sure any of them is.
///
/// @param policy how much the model's choice counts
/// @param ontology that says which candidates are ancestors of which
public record FinalLabel(Policy policy, CellOntology ontology) {

    public static final String UNRESOLVED = "Unresolved";
    public static final String HETEROGENEOUS = "Heterogeneous";

    private static final int RUNNER_UPS = 5;

    /// @param answer null where the model was switched off or there was nothing to ask
    /// @throws IllegalArgumentException if evidence and confidence are of different clusters
    public AnnotatedCluster join(ClusterEvidence evidence, ClusterConfidence confidence, @Nullable ModelAnswer answer) {
        if (evidence.number() != confidence.number()) {
            throw new IllegalArgumentException("the evidence is of cluster " + evidence.number()
                    + ", the confidence of cluster " + confidence.number());
        }
        Decision decision = new DecisionTable(policy, ontology).decide(confidence, answer);
        Confidence about = decision.about();
        Confidence called = decision.isCall() ? about : null;
        return new AnnotatedCluster(
                evidence,
                confidence,
                answer,
                called == null ? withoutCall(decision.verdict()) : called.label(),
                called == null ? null : called.cellOntologyId(),
                decision.verdict(),
                about == null ? 0 : about.value(),
                about == null ? null : about.parts(),
                decision.decidedBy(),
                reasons(decision, confidence, called),
                runnerUps(confidence, called, called == null ? about : null));
    }

    private static String withoutCall(Verdict verdict) {
        return verdict == Verdict.HETEROGENEOUS ? HETEROGENEOUS : UNRESOLVED;
    }

    /// Decision first, then what bears on the called label, then what bears on the whole cluster.
    private static List<String> reasons(Decision decision, ClusterConfidence confidence, @Nullable Confidence called) {
        return Stream.of(
                        decision.reasons().stream().map(Reason::name),
                        called == null ? Stream.<String>empty() : called.reasons().stream(),
                        confidence.reasons().stream())
                .flatMap(codes -> codes)
                .distinct()
                .toList();
    }

    /// @param tentative candidate that must be among them however unsure; null where there is none
    private static List<Confidence> runnerUps(
            ClusterConfidence confidence, @Nullable Confidence called, @Nullable Confidence tentative) {
        List<Confidence> others = new ArrayList<>(confidence.candidates().stream()
                .filter(candidate -> !candidate.equals(called))
                .sorted(Comparator.comparingDouble(Confidence::value).reversed()) // stable: ties by rank
                .limit(RUNNER_UPS)
                .toList());
        if (tentative != null && !others.contains(tentative)) {
            others.set(others.size() - 1, tentative);
        }
        return List.copyOf(others);
    }
}
