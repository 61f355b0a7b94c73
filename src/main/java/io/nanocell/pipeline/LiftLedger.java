package io.nanocell.pipeline;

import io.nanocell.annotation.FinalLabel;
import io.nanocell.annotation.JudgedEvidence;
import io.nanocell.annotation.LiftAction;
import io.nanocell.annotation.LiftEntry;
import io.nanocell.annotation.Policy;
import io.nanocell.confidence.Confidence;
import io.nanocell.evaluation.McNemar;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.CandidateView;
import io.nanocell.results.ClusterView;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobView;
import io.nanocell.results.JudgedCluster;
import io.nanocell.results.JudgedClusters;
import io.nanocell.results.ModelCall;
import io.nanocell.results.TruthRow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Tells where the model left the best-supported candidate, what the evidence says of both, what the policy did,
/// and, where experts' labels are given, whether that helped. Read from what is stored: the same every time.
@Service
public class LiftLedger {

    private final AnnotationJobs jobs;
    private final JudgedClusters clusters;
    private final Knowledge knowledge;

    LiftLedger(AnnotationJobs jobs, JudgedClusters clusters, Knowledge knowledge) {
        this.jobs = jobs;
        this.clusters = clusters;
        this.knowledge = knowledge;
    }

    /// @param truth null where not given
    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    /// @throws io.nanocell.results.RequestRejected if the truth does not hold
    public LiftAnswer of(UUID id, @Nullable List<TruthRow> truth) {
        List<JudgedCluster> judged = clusters.of(id);
        JobView job = jobs.get(id);
        ClusterTruth experts = truth == null
                ? null
                : ClusterTruth.of(
                        truth,
                        judged.stream().map(JudgedCluster::cluster).toList(),
                        knowledge.types().ontology());
        var evidenceOnly = new FinalLabel(Policy.EVIDENCE, knowledge.types().ontology());
        List<LiftRow> rows = new ArrayList<>();
        for (JudgedCluster cluster : judged) {
            rows.add(row(cluster, evidenceOnly, experts));
        }
        JobParameters.Inference inference = job.parameters().inference();
        return new LiftAnswer(
                id,
                String.valueOf(inference == null ? null : inference.policy()),
                job.provenance() == null ? null : job.provenance().model(),
                counts(rows),
                experts == null ? null : lift(rows, experts),
                rows);
    }

    private static LiftRow row(JudgedCluster stored, FinalLabel evidenceOnly, @Nullable ClusterTruth experts) {
        JudgedEvidence judged = StoredEvidence.of(stored);
        ClusterView c = stored.cluster();
        ModelCall call = stored.model();
        LiftEntry entry = LiftEntry.of(
                judged,
                evidenceOnly,
                StoredEvidence.answer(call),
                c.cellOntologyId() == null ? null : c.label(),
                c.reasons());
        Confidence best = entry.best();
        return new LiftRow(
                c.number(),
                c.name(),
                c.cells(),
                call == null ? null : call.outcome(),
                entry.left(),
                best == null ? null : side(best.label(), stored.candidates()),
                entry.chosen() == null ? null : side(entry.chosen(), stored.candidates()),
                entry.action().name(),
                c.label(),
                c.cellOntologyId(),
                c.verdict(),
                c.confidence(),
                c.decidedBy(),
                c.reasons(),
                entry.evidenceLabel(),
                entry.evidenceId(),
                entry.evidenceVerdict().name(),
                call == null || call.stability() == null
                        ? null
                        : call.stability().agreement(),
                experts == null ? null : experts.of(c.number()),
                experts == null || !experts.knows(c.number()) ? null : effect(c, entry, experts));
    }

    private static LiftRow.Side side(String label, List<CandidateView> candidates) {
        return candidates.stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .map(c -> new LiftRow.Side(label, c.cellOntologyId(), c.support(), c.confidence(), c.pValueMax()))
                .orElseGet(() -> new LiftRow.Side(label, null, null, null, null));
    }

    private static LiftRow.Effect effect(ClusterView cluster, LiftEntry entry, ClusterTruth experts) {
        boolean right = experts.isRight(cluster.number(), cluster.cellOntologyId());
        boolean evidenceRight = experts.isRight(cluster.number(), entry.evidenceId());
        if (right) {
            return evidenceRight ? LiftRow.Effect.NONE : LiftRow.Effect.HELPED;
        }
        if (evidenceRight) {
            return cluster.cellOntologyId() == null ? LiftRow.Effect.LOST : LiftRow.Effect.HARMED;
        }
        return cluster.cellOntologyId() == null && entry.evidenceId() != null
                ? LiftRow.Effect.SPARED
                : LiftRow.Effect.NONE;
    }

    private static LiftAnswer.Counts counts(List<LiftRow> rows) {
        ToIntFunction<LiftAction> times = action -> (int)
                rows.stream().filter(row -> row.action().equals(action.name())).count();
        return new LiftAnswer.Counts(
                rows.size(),
                (int) rows.stream().filter(row -> row.chosen() != null).count(),
                (int) rows.stream().filter(LiftRow::left).count(),
                times.applyAsInt(LiftAction.AGREED),
                times.applyAsInt(LiftAction.STANDS),
                times.applyAsInt(LiftAction.BACKED_OFF),
                times.applyAsInt(LiftAction.OVERRULED),
                times.applyAsInt(LiftAction.WITHHELD),
                times.applyAsInt(LiftAction.NOT_CALLED));
    }

    private static LiftAnswer.Lift lift(List<LiftRow> rows, ClusterTruth experts) {
        List<LiftRow> known =
                rows.stream().filter(row -> experts.knows(row.number())).toList();
        var label = new Tally();
        var choice = new Tally();
        for (LiftRow row : known) {
            label.add(
                    experts.isRight(row.number(), row.evidenceCellOntologyId()),
                    experts.isRight(row.number(), row.cellOntologyId()));
            LiftRow.Side best = row.best();
            LiftRow.Side chosen = row.chosen();
            if (best != null && chosen != null) {
                choice.add(
                        experts.isRight(row.number(), best.cellOntologyId()),
                        experts.isRight(row.number(), chosen.cellOntologyId()));
            }
        }
        return new LiftAnswer.Lift(known.size(), label.comparison(), choice.comparison());
    }

    /// Counts pairs of outcomes.
    private static final class Tally {

        private int n;
        private int evidence;
        private int model;
        private int helped;
        private int harmed;

        void add(boolean evidenceRight, boolean modelRight) {
            n++;
            evidence += evidenceRight ? 1 : 0;
            model += modelRight ? 1 : 0;
            helped += modelRight && !evidenceRight ? 1 : 0;
            harmed += evidenceRight && !modelRight ? 1 : 0;
        }

        LiftAnswer.Comparison comparison() {
            return new LiftAnswer.Comparison(n, evidence, model, helped, harmed, new McNemar(helped, harmed).pValue());
        }
    }
}
