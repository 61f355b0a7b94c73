package io.nanocell.pipeline;

import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceModel;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.LabelledConfidence;
import io.nanocell.confidence.Malignancy;
import io.nanocell.evidence.CandidateEvidence;
import io.nanocell.evidence.CandidateKnowledge;
import io.nanocell.evidence.CandidateParameters;
import io.nanocell.evidence.CandidateStage;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Asks the service's own ranking about lists whose type is known, whole, shortened and cut to panels, and notes of the
/// first candidate what its confidence is made of and whether it is right.
final class CalibrationCases {

    /// A list answered.
    ///
    /// @param source "lists" or "clusters"
    /// @param variant how the list was given, "10 genes"
    /// @param support of the first candidate
    /// @param callable whether nothing but a low confidence would forbid the call
    /// @param labelled its parts
    record Case(
            String source,
            String variant,
            CalibrationSetting setting,
            double support,
            boolean callable,
            LabelledConfidence labelled) {}

    static final List<Integer> PANEL_SIZES = List.of(300, 500, 1000, 5000);
    static final List<Integer> LENGTHS = List.of(10, 5, 3);

    private static final int FEWEST_MARKERS = 3;
    private static final int MOST_MARKERS = 10;
    private static final double RIGHT = 0.5;

    private final ReferenceKnowledge knowledge;
    private final CandidateKnowledge sources;
    private final ConfidenceScorer scorer;

    /// @param knowledge without anything that states the lists' truth
    CalibrationCases(ReferenceKnowledge knowledge) {
        this.knowledge = knowledge;
        this.sources = new CandidateKnowledge(knowledge);
        this.scorer = parts(knowledge);
    }

    /// A scorer of which only the parts and the bans count.
    static ConfidenceScorer parts(ReferenceKnowledge knowledge) {
        var undecided = new ConfidenceModel(
                0, ConfidenceModel.TERMS.stream().map(_ -> 0.0).toList());
        return new ConfidenceScorer(0.5, 0.1, undecided, knowledge.ontology(), knowledge.lineages());
    }

    /// @return of each list its first ten, five and three genes, then what panels of four sizes have of it
    List<Case> of(String source, List<LabelledList> lists, long seed) {
        List<Case> cases = new ArrayList<>();
        for (int length : LENGTHS) {
            cases.addAll(answered(source, "%d genes".formatted(length), lists, length, null, 1.0 / LENGTHS.size()));
        }
        var panels = new RandomPanels(knowledge.database());
        for (int size : PANEL_SIZES) {
            List<String> panel = panels.draw(size, seed + size);
            String variant = "panel of %d".formatted(size);
            cases.addAll(answered(source, variant, lists, MOST_MARKERS, panel, 1.0 / PANEL_SIZES.size()));
        }
        return cases;
    }

    private List<Case> answered(
            String source,
            String variant,
            List<LabelledList> lists,
            int length,
            @Nullable List<String> panel,
            double weight) {
        Map<String, List<LabelledList>> byTissue = new TreeMap<>();
        lists.forEach(list -> byTissue.computeIfAbsent(tissue(list), _ -> new ArrayList<>()).add(list));
        Set<String> onPanel = panel == null ? null : Set.copyOf(panel);
        List<Case> cases = new ArrayList<>();
        byTissue.forEach((tissue, here) -> {
            var space = LabelSpace.of(knowledge, LabelSpace.Request.ofTissue(tissue.isEmpty() ? null : tissue));
            var stage = new CandidateStage(sources, space, panel, CandidateParameters.DEFAULT);
            List<LabelledList> asked = new ArrayList<>();
            List<ClusterMarkers> markers = new ArrayList<>();
            for (LabelledList list : here) {
                List<MarkerGene> genes = list.markers().stream()
                        .map(knowledge.symbols()::approved)
                        .filter(gene -> onPanel == null || onPanel.contains(gene))
                        .limit(length)
                        .map(MarkerGene::named)
                        .toList();
                if (genes.size() >= FEWEST_MARKERS) {
                    asked.add(list);
                    markers.add(MarkerStage.ofList(asked.size(), genes));
                }
            }
            List<CandidateEvidence> ranked = stage.rank(markers);
            for (int i = 0; i < asked.size(); i++) {
                if (!ranked.get(i).candidates().isEmpty()) {
                    cases.add(answer(source, variant, asked.get(i), evidence(markers.get(i), ranked.get(i)), panel != null, weight));
                }
            }
        });
        return cases;
    }

    private String tissue(LabelledList list) {
        return knowledge.tissues().organsIn(list.tissue()).isEmpty() ? "" : list.tissue();
    }

    private static ClusterEvidence evidence(ClusterMarkers markers, CandidateEvidence ranked) {
        return new ClusterEvidence(
                markers.number(),
                "Cluster " + markers.number(),
                markers,
                List.of(),
                List.of(),
                ranked.candidates(),
                ranked.lineages(),
                ranked.coverage(),
                null,
                null);
    }

    private Case answer(
            String source, String variant, LabelledList list, ClusterEvidence evidence, boolean panel, double weight) {
        ClusterConfidence scored = scorer.score(evidence, Malignancy.NONE);
        Confidence first = scored.candidates().getFirst();
        return new Case(
                source,
                variant,
                panel ? CalibrationSetting.PANEL : CalibrationSetting.LIST,
                evidence.candidates().getFirst().support(),
                first.isClear() && !scored.heterogeneous(),
                new LabelledConfidence(
                        String.join(" ", list.id(), variant),
                        String.join(" ", knowledge.tissues().organsIn(list.tissue())),
                        first.parts(),
                        knowledge.ontology().score(list.truth(), first.cellOntologyId()) >= RIGHT,
                        weight));
    }
}
