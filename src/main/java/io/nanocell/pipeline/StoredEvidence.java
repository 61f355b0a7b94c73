package io.nanocell.pipeline;

import static java.util.Objects.requireNonNullElse;

import io.nanocell.annotation.JudgedEvidence;
import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelRecord;
import io.nanocell.results.CandidateView;
import io.nanocell.results.JudgedCluster;
import io.nanocell.results.MarkerView;
import io.nanocell.results.ModelCall;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings back from the database what a model is shown and a label is decided by, so that neither needs anything
/// upstream. Parts that enter neither (terms, lineages, the posteriors) stay away.
final class StoredEvidence {

    private static final String CHOSE = ModelAnswer.Outcome.CHOSE.name();
    private static final String ABSTAINED = ModelAnswer.Outcome.ABSTAINED.name();

    private StoredEvidence() {}

    static JudgedEvidence of(JudgedCluster stored) {
        int number = stored.cluster().number();
        List<MarkerGene> markers =
                stored.markers().stream().map(StoredEvidence::marker).toList();
        var evidence = new ClusterEvidence(
                number,
                stored.cluster().name(),
                new ClusterMarkers(number, markers, markers, List.of(), Collections.emptySortedSet(), null),
                List.of(),
                stored.programs().stream()
                        .map(p -> new FunctionalProgram(p.name(), p.goSlimId(), p.score(), p.terms(), p.genes()))
                        .toList(),
                stored.candidates().stream().map(StoredEvidence::candidate).toList(),
                List.of(),
                requireNonNullElse(stored.cluster().confidenceParts().coverage(), Double.NaN),
                stored.cluster().confidenceParts().heterogeneity(),
                stored.cluster().confidenceParts().leakage());
        return new JudgedEvidence(evidence, JudgementRecords.confidence(number, stored.judgement()));
    }

    private static MarkerGene marker(MarkerView m) {
        return new MarkerGene(
                m.gene(),
                m.log2FoldChange(),
                m.pctIn(),
                m.pctOut(),
                m.meanIn(),
                m.meanOut(),
                m.z(),
                m.pValue(),
                m.pAdjusted(),
                null);
    }

    private static Candidate candidate(CandidateView c) {
        return new Candidate(
                c.label(),
                c.cellOntologyId(),
                c.lineage(),
                c.support(),
                Double.NaN,
                Double.NaN,
                c.pValue(),
                c.pValueMax(),
                c.supporting(),
                c.absentOnPanel(),
                c.notOnPanel(),
                c.conflicting());
    }

    /// @return what the model said when the job ran; null where nothing was asked
    static @Nullable ModelAnswer answer(@Nullable ModelCall call) {
        if (call == null) {
            return null;
        }
        var record = new ModelRecord(
                new ModelIdentity(call.name(), call.digest()),
                call.prompt(),
                call.answer(),
                new TreeMap<>(call.options()),
                1,
                call.latencyMillis(),
                call.promptTokens(),
                call.answerTokens());
        Optional<String> label = call.outcome().equals(CHOSE) && call.answer() != null
                ? LabelSchema.labelOf(call.answer())
                : Optional.empty();
        if (label.isPresent()) {
            return new ModelAnswer.Chose(label.get(), record);
        }
        return call.outcome().equals(ABSTAINED)
                ? new ModelAnswer.Abstained(record)
                : new ModelAnswer.Unavailable(call.outcome(), false, record);
    }
}
