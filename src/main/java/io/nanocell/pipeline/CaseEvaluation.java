package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evaluation.OntologyEvaluation;
import io.nanocell.evaluation.Prediction;
import io.nanocell.evaluation.Scores;
import io.nanocell.evaluation.Truth;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.Enrichment;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.reference.Species;
import io.nanocell.results.JobParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Scores marker lists that experts have named: how good the ranking is, and how good what the service says.
public final class CaseEvaluation {

    /// One cluster that an expert has named.
    ///
    /// @param tissue as written; ignored where the vocabulary does not know it
    /// @param markers in rank order
    /// @param species null: human
    /// @param expert Cell Ontology ids of the expert's name
    public record Case(
            String id, @Nullable String tissue, @Nullable String species, List<String> markers, List<String> expert) {

        /// Of human cells.
        public Case(String id, @Nullable String tissue, List<String> markers, List<String> expert) {
            this(id, tissue, null, markers, expert);
        }
    }

    /// Cases that are ranked together.
    private record Group(String tissue, Species species) {}

    /// @param ranking the first candidate counts, however unsure
    /// @param service the label counts; "Unresolved" scores 0
    /// @param answers what is said of each case that has a marker left, in the order of the cases
    /// @param warnings what was not taken as written
    public record Outcome(Scores ranking, Scores service, List<CaseAnswer> answers, List<String> warnings) {}

    private final Knowledge knowledge;
    private final Judgement judgement;
    private final ParameterCompletion parameters;

    private CaseEvaluation(Knowledge knowledge) {
        this.knowledge = knowledge;
        var reference = new ReferenceLookup(knowledge);
        this.parameters = new ParameterCompletion("none", knowledge, reference);
        this.judgement = new Judgement(
                knowledge,
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
        return new CaseEvaluation(ReferenceConfiguration.knowledge(official).without(without));
    }

    /// @param species any name of it; null: human
    /// @return whether cases of it can be scored
    public static boolean isSupported(@Nullable String species) {
        return species == null || SpeciesName.find(species).isPresent();
    }

    /// @return whether this is an id of the Cell Ontology in use
    public boolean isTerm(String cellOntologyId) {
        return knowledge.types().ontology().canonical(cellOntologyId).isPresent();
    }

    /// @throws IllegalArgumentException if there is no case, or an expert's id is no live term
    public Outcome score(List<Case> cases) {
        return score(cases, null);
    }

    /// @param panel genes that could have been seen: others leave the lists, and a list that has none left is not
    /// called;
    /// null: all
    /// @throws IllegalArgumentException if there is no case, or an expert's id is no live term
    public Outcome score(List<Case> cases, @Nullable List<String> panel) {
        Map<Group, List<Case>> groups =
                new TreeMap<>(Comparator.comparing(Group::tissue).thenComparing(Group::species));
        cases.forEach(c -> groups.computeIfAbsent(
                        new Group(c.tissue() == null ? "" : c.tissue(), SpeciesName.supported(c.species())),
                        _ -> new ArrayList<>())
                .add(c));
        List<Prediction> ranked = new ArrayList<>();
        List<Prediction> said = new ArrayList<>();
        Map<String, AnnotatedCluster> annotatedOf = new HashMap<>();
        List<String> warnings = new ArrayList<>();
        groups.forEach((group, here) -> {
            String tissue = group.tissue();
            boolean known = !knowledge.types().tissues().organsIn(tissue).isEmpty();
            if (!known && !tissue.isEmpty()) {
                warnings.add("the vocabulary has no tissue \"%s\": its %d cases are scored without a tissue"
                        .formatted(tissue, here.size()));
            }
            for (AnnotatedCluster annotated : annotate(known ? tissue : null, group.species(), here, panel)) {
                ranked.add(ranked(annotated));
                said.add(said(annotated));
                annotatedOf.put(annotated.evidence().name(), annotated);
            }
        });
        var evaluation = new OntologyEvaluation(
                knowledge.types().ontology(), knowledge.types().lineages());
        List<Truth> truths = truths(cases);
        List<CaseAnswer> answers = new ArrayList<>();
        for (Case each : cases) {
            AnnotatedCluster annotated = annotatedOf.get(each.id());
            if (annotated != null) {
                answers.add(CaseAnswer.of(each, annotated, knowledge.types().ontology()));
            }
        }
        return new Outcome(evaluation.score(ranked, truths), evaluation.score(said, truths), answers, warnings);
    }

    private Stream<String> symbols(List<String> genes, Species species) {
        return genes.stream().map(knowledge.of(species).types().symbols()::approved);
    }

    private List<AnnotatedCluster> annotate(
            @Nullable String tissue, Species species, List<Case> cases, @Nullable List<String> genesOfPanel) {
        List<String> panel = genesOfPanel == null
                ? null
                : symbols(genesOfPanel, species).distinct().toList();
        Set<String> onPanel = panel == null ? Set.of() : Set.copyOf(panel);
        List<String> names = new ArrayList<>();
        List<ClusterMarkers> markers = new ArrayList<>();
        for (Case each : cases) {
            List<MarkerGene> genes = symbols(each.markers(), species)
                    .filter(gene -> panel == null || onPanel.contains(gene))
                    .map(MarkerGene::named)
                    .toList();
            if (!genes.isEmpty()) {
                names.add(each.id());
                markers.add(MarkerStage.ofList(markers.size() + 1, genes));
            }
        }
        if (markers.isEmpty()) {
            return List.of();
        }
        var noModel = new JobParameters.Inference(false, null, null, null, null);
        var given = new JobParameters(tissue, null, null, null, null, null, null, null, noModel, null);
        JobParameters complete = parameters.complete(given);
        var judged = judgement.of(new MethodParameters(complete, complete.tissue(), null, species), panel);
        List<ClusterEvidence> evidence = judged.evidence(
                names, markers, markers.stream().map(_ -> Enrichment.NONE).toList());
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
                ResultRecords.runnerUps(annotated).stream()
                        .map(r -> new Prediction.Alternative(r.cellOntologyId(), r.confidence()))
                        .toList());
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
                .map(c -> new Truth(c.id(), c.tissue(), Set.copyOf(c.expert())))
                .toList();
    }
}
