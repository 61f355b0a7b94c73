package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evaluation.OntologyEvaluation;
import io.nanocell.evaluation.Prediction;
import io.nanocell.evaluation.Scores;
import io.nanocell.evaluation.Truth;
import io.nanocell.evidence.CandidateKnowledge;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.Enrichment;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.results.JobParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Scores marker lists that experts have named: how good the ranking is, and how good what the service says.
public final class CaseEvaluation {

    /// One cluster that an expert has named.
    ///
    /// @param tissue as written; ignored where the vocabulary does not know it
    /// @param markers in rank order
    /// @param expert Cell Ontology ids of the expert's name
    public record Case(String id, @Nullable String tissue, List<String> markers, List<String> expert) {}

    /// @param ranking the first candidate counts, however unsure
    /// @param service the label counts; "Unresolved" scores 0
    /// @param byTissue score of the ranking in each tissue
    public record Outcome(Scores ranking, Scores service, Map<String, Scores> byTissue) {}

    private final Knowledge knowledge;
    private final Judgement judgement;
    private final ParameterCompletion parameters;

    private CaseEvaluation(Knowledge knowledge) {
        this.knowledge = knowledge;
        var sources = new CandidateKnowledge(knowledge.types());
        var reference = new ReferenceLookup(knowledge, sources);
        this.parameters = new ParameterCompletion("none", knowledge, reference);
        this.judgement = new Judgement(
                knowledge,
                sources,
                _ -> {
                    throw new IllegalStateException("an evaluation asks no model");
                },
                reference);
    }

    /// @param official folder of the official reference files; blank for the shipped tables
    public static CaseEvaluation withReference(String official) {
        return withReference(official, LeftOutSources.NONE);
    }

    /// @param without sources that are not used
    public static CaseEvaluation withReference(String official, LeftOutSources without) {
        return new CaseEvaluation(without.of(new ReferenceConfiguration().knowledge(official)));
    }

    /// @throws IllegalArgumentException if there is no case, or an expert's id is no live term
    public Outcome score(List<Case> cases) {
        Map<String, List<Case>> byTissue = new TreeMap<>();
        cases.forEach(c -> byTissue.computeIfAbsent(c.tissue() == null ? "" : c.tissue(), _ -> new ArrayList<>())
                .add(c));
        List<Prediction> ranked = new ArrayList<>();
        List<Prediction> said = new ArrayList<>();
        byTissue.forEach((tissue, here) -> {
            for (AnnotatedCluster annotated : annotate(tissue, here)) {
                ranked.add(ranked(annotated));
                said.add(said(annotated));
            }
        });
        var evaluation = new OntologyEvaluation(knowledge.types().ontology());
        Map<String, Scores> scores = new TreeMap<>();
        byTissue.forEach((tissue, here) -> scores.put(tissue, evaluation.score(ranked, truths(here))));
        return new Outcome(evaluation.score(ranked, truths(cases)), evaluation.score(said, truths(cases)), scores);
    }

    private List<AnnotatedCluster> annotate(String tissue, List<Case> cases) {
        boolean known = !knowledge.types().tissues().organsIn(tissue).isEmpty();
        var noModel = new JobParameters.Inference(false, null, null, null, null);
        var given = new JobParameters(known ? tissue : null, null, null, null, null, null, null, null, noModel, null);
        JobParameters complete = parameters.complete(given);
        var judged = judgement.of(new MethodParameters(complete, complete.tissue(), null), null);
        List<ClusterMarkers> markers = new ArrayList<>();
        for (Case each : cases) {
            markers.add(MarkerStage.ofList(
                    markers.size() + 1,
                    each.markers().stream()
                            .map(gene ->
                                    MarkerGene.named(knowledge.types().symbols().approved(gene)))
                            .toList()));
        }
        List<ClusterEvidence> evidence = judged.evidence(
                cases.stream().map(Case::id).toList(),
                markers,
                markers.stream().map(_ -> Enrichment.NONE).toList());
        return judged.annotate(evidence, Map.of());
    }

    private static Prediction ranked(AnnotatedCluster annotated) {
        List<Prediction.Alternative> all = alternatives(annotated);
        if (all.isEmpty()) {
            return new Prediction(annotated.evidence().name(), null, null, List.of());
        }
        return new Prediction(
                annotated.evidence().name(),
                all.getFirst().cellOntologyId(),
                all.getFirst().confidence(),
                all.subList(1, all.size()));
    }

    private static Prediction said(AnnotatedCluster annotated) {
        return new Prediction(
                annotated.evidence().name(),
                annotated.cellOntologyId(),
                annotated.cellOntologyId() == null ? null : annotated.value(),
                alternatives(annotated));
    }

    private static List<Prediction.Alternative> alternatives(AnnotatedCluster annotated) {
        List<Prediction.Alternative> all = new ArrayList<>();
        for (int i = 0; i < annotated.evidence().candidates().size(); i++) {
            all.add(new Prediction.Alternative(
                    annotated.evidence().candidates().get(i).cellOntologyId(),
                    annotated.confidence().candidates().get(i).value()));
        }
        return all;
    }

    private static List<Truth> truths(List<Case> cases) {
        return cases.stream()
                .map(c -> new Truth(c.id(), Set.copyOf(c.expert())))
                .toList();
    }
}
