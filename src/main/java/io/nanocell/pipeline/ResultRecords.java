package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.annotation.DecidedBy;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceParts;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.EnrichedTerm;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelRecord;
import io.nanocell.inference.Stability;
import io.nanocell.ingest.FilterReason;
import io.nanocell.ingest.QualityReport;
import io.nanocell.reference.LabelSpace;
import io.nanocell.results.AdjacencyScore;
import io.nanocell.results.CandidateView;
import io.nanocell.results.ClusterRecord;
import io.nanocell.results.ClusterView;
import io.nanocell.results.FilteredCount;
import io.nanocell.results.JobMetrics;
import io.nanocell.results.JobQuality;
import io.nanocell.results.MarkerView;
import io.nanocell.results.ModelCall;
import io.nanocell.results.ModelStability;
import io.nanocell.results.PartsView;
import io.nanocell.results.ProgramView;
import io.nanocell.results.RunnerUp;
import io.nanocell.results.TermView;
import io.nanocell.results.TypeShare;
import io.nanocell.spatial.SpatialMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns science results into the plain records that are stored and served.
final class ResultRecords {

    private ResultRecords() {}

    static ClusterRecord cluster(AnnotatedCluster annotated, int cells, List<TypeShare> composition) {
        var evidence = annotated.evidence();
        return new ClusterRecord(
                view(annotated, cells).with(composition),
                evidence.markers().all().stream().map(ResultRecords::marker).toList(),
                terms(evidence.terms()),
                programs(evidence.programs()),
                candidates(annotated),
                modelCall(annotated.answer()),
                JudgementRecords.judgement(annotated.confidence()));
    }

    /// A cluster too small to be assessed.
    static ClusterRecord notAssessed(int number, String name, int cells) {
        var view = new ClusterView(
                number,
                name,
                cells,
                null,
                null,
                Verdict.NOT_ASSESSED.name(),
                null,
                List.of(FilterReason.SMALL_CLUSTER.name()),
                DecidedBy.EVIDENCE.name(),
                List.of(),
                List.of(),
                parts(null));
        return new ClusterRecord(view, List.of(), List.of(), List.of(), List.of(), null);
    }

    static ClusterView view(AnnotatedCluster annotated, int cells) {
        var evidence = annotated.evidence();
        return new ClusterView(
                evidence.number(),
                evidence.name(),
                cells,
                annotated.verdict() == Verdict.NOT_ASSESSED ? null : annotated.label(),
                term(annotated.cellOntologyId()),
                annotated.verdict().name(),
                annotated.value(),
                annotated.reasons(),
                annotated.decidedBy().name(),
                evidence.markers().top().stream().map(MarkerGene::gene).toList(),
                runnerUps(annotated),
                parts(annotated.parts()));
    }

    static List<RunnerUp> runnerUps(AnnotatedCluster annotated) {
        Map<String, String> ids = new HashMap<>();
        annotated.evidence().candidates().forEach(c -> ids.put(c.label(), c.cellOntologyId()));
        return annotated.runnerUps().stream()
                .map(c -> new RunnerUp(c.label(), term(ids.get(c.label())), c.value()))
                .toList();
    }

    /// A user's label need not stand for a term of the Cell Ontology.
    static @Nullable String term(@Nullable String id) {
        return id == null || id.startsWith(LabelSpace.LOCAL_ID) ? null : id;
    }

    static PartsView parts(@Nullable ConfidenceParts parts) {
        return parts == null
                ? new PartsView(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : new PartsView(
                        parts.markerCount(),
                        parts.posterior(),
                        parts.lead(),
                        parts.below(),
                        parts.markerShare(),
                        parts.sourceAgreement(),
                        parts.sourceShare(),
                        parts.secondLineage(),
                        parts.knownMarkers(),
                        parts.markerSupport(),
                        parts.margin(),
                        parts.coverage(),
                        parts.entropy(),
                        parts.functionalConsistency(),
                        parts.heterogeneity(),
                        parts.leakage());
    }

    static MarkerView marker(MarkerGene m) {
        return new MarkerView(
                m.gene(),
                m.log2FoldChange(),
                m.pctIn(),
                m.pctOut(),
                m.meanIn(),
                m.meanOut(),
                m.z(),
                m.pValue(),
                m.pAdjusted());
    }

    static List<TermView> terms(List<EnrichedTerm> terms) {
        return terms.stream()
                .map(t -> new TermView(
                        t.goId(),
                        t.name(),
                        t.overlap(),
                        t.studySize(),
                        t.termSize(),
                        t.populationSize(),
                        t.pValue(),
                        t.fdr(),
                        t.genes()))
                .toList();
    }

    static List<ProgramView> programs(List<FunctionalProgram> programs) {
        return programs.stream()
                .map(p -> new ProgramView(p.name(), p.goSlimId(), p.score(), p.terms(), p.genes()))
                .toList();
    }

    static List<CandidateView> candidates(AnnotatedCluster annotated) {
        List<Candidate> candidates = annotated.evidence().candidates();
        List<Confidence> confidences = annotated.confidence().candidates();
        List<CandidateView> views = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            views.add(new CandidateView(
                    c.label(),
                    c.cellOntologyId(),
                    c.lineage(),
                    c.support(),
                    c.pValue(),
                    c.pValueMax(),
                    confidences.get(i).value(),
                    c.supporting(),
                    c.absentOnPanel(),
                    c.notOnPanel(),
                    c.conflicting()));
        }
        return views;
    }

    static @Nullable ModelCall modelCall(@Nullable ModelAnswer answer) {
        if (answer == null) {
            return null;
        }
        ModelRecord call = answer.record();
        return new ModelCall(
                call.model().name(),
                call.model().digest(),
                call.prompt(),
                call.answer(),
                call.options(),
                call.latencyMillis(),
                call.promptTokens(),
                call.answerTokens(),
                answer.summary(),
                stability(call.stability()));
    }

    private static @Nullable ModelStability stability(@Nullable Stability stability) {
        return stability == null
                ? null
                : new ModelStability(stability.runs(), stability.agreement(), stability.choices());
    }

    static JobQuality quality(QualityReport report) {
        List<FilteredCount> filtered = new ArrayList<>();
        report.filtered().forEach((reason, cells) -> filtered.add(new FilteredCount(reason.name(), cells)));
        return new JobQuality(
                report.cellsIn(), report.cellsKept(), report.genesKept(), report.medianTranscripts(), filtered);
    }

    static JobMetrics metrics(SpatialMetrics m) {
        return new JobMetrics(
                m.chaos(),
                m.pas(),
                m.moranFactors(),
                m.moranExpression(),
                m.silhouette(),
                m.daviesBouldin(),
                new AdjacencyScore(m.adjacencyContact(), m.adjacencyRadius(), m.adjacencyHybrid()),
                m.explainedVariance(),
                m.nmfIterations(),
                m.objective(),
                m.leidenQuality());
    }
}
