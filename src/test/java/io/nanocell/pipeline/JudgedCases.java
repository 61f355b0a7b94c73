package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.annotation.FinalLabel;
import io.nanocell.annotation.Policy;
import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Malignancy;
import io.nanocell.confidence.PanelModels;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.Enrichment;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.results.JobParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Many marker lists of known truth with their evidence and confidence, ready to be joined with any model's
/// answers.
final class JudgedCases {

    static final Path AZIMUTH = Path.of("../shared/benchmarks/marker-annotation-azimuth.tsv");

    private static final int GENES = 10;
    private static final int LISTS_PER_TYPE = 3;

    /// One list with everything but an answer.
    record Judged(ClusterEvidence evidence, ClusterConfidence confidence, Set<String> truth) {}

    private record Case(String tissue, List<String> markers, Set<String> truth) {}

    private final Knowledge knowledge = ReferenceConfiguration.knowledge("");

    CellOntology ontology() {
        return knowledge.types().ontology();
    }

    AnnotatedCluster join(Judged judged, Policy policy, @Nullable ModelAnswer answer) {
        return new FinalLabel(policy, ontology()).join(judged.evidence(), judged.confidence(), answer);
    }

    /// The 261 clusters of the Azimuth references that experts have named.
    List<Judged> azimuth() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(AZIMUTH)) {
            List<String> columns = Arrays.asList(line.split("\t", -1));
            if (columns.get(1).equals("human") && !columns.get(7).isEmpty()) {
                cases.add(new Case(
                        columns.get(3),
                        Arrays.stream(columns.get(4).split(",", -1))
                                .map(String::strip)
                                .toList(),
                        Set.of(columns.get(7).split("\\|", -1))));
            }
        }
        return judged(cases);
    }

    /// Lists of single publications, at most three a type, of which some genes are taken and some are swapped for
    /// genes of another list: evidence that is neither clear nor hopeless.
    ///
    /// @param foreign how many of the ten genes come from elsewhere
    List<Judged> publications(long seed, int foreign) {
        ReferenceKnowledge types = knowledge.types();
        List<MarkerList> lists = new ArrayList<>(types.database().lists().stream()
                .filter(list -> list.source() == MarkerSource.CELL_MARKER)
                .filter(list -> list.weights().size() >= GENES)
                .filter(list -> !types.ontology().isGeneral(list.cellOntologyId()))
                .toList());
        var random = new Random(seed);
        Collections.shuffle(lists, random);
        Map<String, Integer> perType = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            MarkerList list = lists.get(i);
            if (perType.merge(list.cellOntologyId(), 1, Integer::sum) <= LISTS_PER_TYPE) {
                List<String> genes = some(list, GENES - foreign, random);
                genes.addAll(some(lists.get((i + 1) % lists.size()), foreign, random));
                Collections.shuffle(genes, random);
                cases.add(new Case("", genes.stream().distinct().toList(), Set.of(list.cellOntologyId())));
            }
        }
        return judged(cases);
    }

    private static List<String> some(MarkerList list, int n, Random random) {
        List<String> genes = new ArrayList<>(new TreeSet<>(list.weights().keySet()));
        Collections.shuffle(genes, random);
        return new ArrayList<>(genes.subList(0, Math.min(n, genes.size())));
    }

    private List<Judged> judged(List<Case> cases) {
        var reference = new ReferenceLookup(knowledge);
        var parameters = new ParameterCompletion("none", knowledge, reference);
        var judgement = new Judgement(
                knowledge,
                _ -> {
                    throw new IllegalStateException("no model is asked");
                },
                reference);
        Map<String, List<Case>> byTissue = new TreeMap<>();
        cases.forEach(c ->
                byTissue.computeIfAbsent(c.tissue(), _ -> new ArrayList<>()).add(c));
        List<Judged> judged = new ArrayList<>();
        byTissue.forEach((tissue, here) -> {
            boolean known = !knowledge.types().tissues().organsIn(tissue).isEmpty();
            JobParameters complete = parameters.complete(
                    new JobParameters(known ? tissue : null, null, null, null, null, null, null, null, null, null));
            var method = new MethodParameters(complete, complete.tissue(), null);
            ConfidenceScorer scorer = method.confidence(
                    knowledge.types(), knowledge.candidates().sources(), CalibrationSetting.LIST, PanelModels.NO_PANEL);
            List<ClusterEvidence> evidence = evidence(judgement.of(method, null), here);
            for (int i = 0; i < here.size(); i++) {
                judged.add(new Judged(
                        evidence.get(i),
                        scorer.score(evidence.get(i), Malignancy.NONE),
                        here.get(i).truth()));
            }
        });
        return judged;
    }

    private List<ClusterEvidence> evidence(PreparedJudgement prepared, List<Case> cases) {
        List<ClusterMarkers> markers = new ArrayList<>();
        for (Case each : cases) {
            List<MarkerGene> genes = each.markers().stream()
                    .map(gene -> MarkerGene.named(knowledge.types().symbols().approved(gene)))
                    .toList();
            markers.add(MarkerStage.ofList(markers.size() + 1, genes));
        }
        return prepared.evidence(
                markers.stream().map(m -> "case " + m.number()).toList(),
                markers,
                markers.stream().map(_ -> Enrichment.NONE).toList());
    }
}
