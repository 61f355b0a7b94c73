package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceParts;
import io.nanocell.confidence.Verdict;
import io.nanocell.results.CandidateJudgement;
import io.nanocell.results.Judgement;
import io.nanocell.results.PartsView;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// Turns what the evidence alone says of a cluster into its stored form and back, to the last bit.
final class JudgementRecords {

    /// Jobs of earlier versions lack these parts; their confidence stands as it was stored, nothing is computed
    /// anew.
    private static final double NOT_STORED = Double.NaN;

    private JudgementRecords() {}

    static Judgement judgement(ClusterConfidence confidence) {
        return new Judgement(
                confidence.best() == null ? null : confidence.best().label(),
                confidence.backedOff(),
                confidence.heterogeneous(),
                List.copyOf(confidence.reasons()),
                confidence.candidates().stream()
                        .map(JudgementRecords::candidate)
                        .toList());
    }

    private static CandidateJudgement candidate(Confidence c) {
        return new CandidateJudgement(
                c.label(),
                c.cellOntologyId(),
                c.value(),
                c.uncapped(),
                c.verdict().name(),
                c.aboveChance(),
                ResultRecords.parts(c.parts()),
                List.copyOf(c.reasons()));
    }

    static ClusterConfidence confidence(int number, Judgement judgement) {
        List<Confidence> candidates = judgement.candidates().stream()
                .map(JudgementRecords::confidence)
                .toList();
        Confidence best = candidates.stream()
                .filter(c -> c.label().equals(judgement.best()))
                .findFirst()
                .orElse(null);
        return new ClusterConfidence(
                number,
                candidates,
                best,
                judgement.backedOff(),
                judgement.heterogeneous(),
                Collections.unmodifiableSortedSet(new TreeSet<>(judgement.reasons())));
    }

    private static Confidence confidence(CandidateJudgement c) {
        return new Confidence(
                c.label(),
                c.cellOntologyId(),
                c.confidence(),
                c.uncapped(),
                Verdict.valueOf(c.verdict()),
                c.aboveChance(),
                parts(c.parts()),
                Collections.unmodifiableSortedSet(new TreeSet<>(c.reasons())));
    }

    private static ConfidenceParts parts(PartsView p) {
        return new ConfidenceParts(
                requireNonNullElse(p.markerCount(), NOT_STORED),
                requireNonNull(p.posterior()),
                requireNonNullElse(p.lead(), NOT_STORED),
                requireNonNullElse(p.below(), NOT_STORED),
                requireNonNull(p.markerShare()),
                requireNonNullElse(p.sourceAgreement(), NOT_STORED),
                requireNonNullElse(p.sourceShare(), NOT_STORED),
                requireNonNullElse(p.secondLineage(), NOT_STORED),
                requireNonNull(p.knownMarkers()),
                requireNonNull(p.markerSupport()),
                requireNonNull(p.margin()),
                requireNonNull(p.coverage()),
                requireNonNull(p.entropy()),
                p.functionalConsistency(),
                p.heterogeneity(),
                p.leakage());
    }
}
