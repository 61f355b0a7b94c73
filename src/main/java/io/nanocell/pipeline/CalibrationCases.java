package io.nanocell.pipeline;

import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceModel;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.LabelledConfidence;
import io.nanocell.confidence.Malignancy;
import io.nanocell.evaluation.HeldOutList;
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
    /// @param source "clusters", or what was held out
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

    /// Of the lengths, in their order: most lists have ten genes or more.
    private static final List<Double> LENGTH_WEIGHTS = List.of(0.5, 0.25, 0.25);

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
    List<Case> of(String source, List<HeldOutList> lists, long seed) {
        List<Case> cases = new ArrayList<>(answered(source, lists, null, LENGTHS, LENGTH_WEIGHTS));
        var panels = new RandomPanels(knowledge.database());
        for (int size : PANEL_SIZES) {
            List<String> panel = panels.draw(size, seed + size);
            cases.addAll(answered(source, lists, panel, List.of(MOST_MARKERS), List.of(1.0 / PANEL_SIZES.size())));
        }
        return cases;
    }

    /// Tissues of the same organs have one label space and one ranking: chance is measured once for all of them.
    private List<Case> answered(
            String source,
            List<HeldOutList> lists,
            @Nullable List<String> panel,
            List<Integer> lengths,
            List<Double> weights) {
        Map<String, List<HeldOutList>> byOrgans = new TreeMap<>();
        lists.forEach(list ->
                byOrgans.computeIfAbsent(organs(list), _ -> new ArrayList<>()).add(list));
        List<Case> cases = new ArrayList<>();
        byOrgans.forEach((_, here) -> {
            String tissue = tissue(here.getFirst());
            var space = LabelSpace.of(knowledge, LabelSpace.Request.ofTissue(tissue.isEmpty() ? null : tissue));
            var stage = new CandidateStage(sources, space, panel, CandidateParameters.DEFAULT);
            for (int i = 0; i < lengths.size(); i++) {
                int length = lengths.get(i);
                String variant = panel == null ? "%d genes".formatted(length) : "panel of %d".formatted(panel.size());
                cases.addAll(answered(source, variant, here, cut(here, panel, length), stage, weights.get(i)));
            }
        });
        return cases;
    }

    /// @return markers of each list, null where too few are left
    private List<@Nullable ClusterMarkers> cut(List<HeldOutList> lists, @Nullable List<String> panel, int length) {
        Set<String> onPanel = panel == null ? null : Set.copyOf(panel);
        List<@Nullable ClusterMarkers> markers = new ArrayList<>();
        for (HeldOutList list : lists) {
            List<MarkerGene> genes = list.markers().stream()
                    .map(knowledge.symbols()::approved)
                    .filter(gene -> onPanel == null || onPanel.contains(gene))
                    .limit(length)
                    .map(MarkerGene::named)
                    .toList();
            markers.add(genes.size() < FEWEST_MARKERS ? null : MarkerStage.ofList(markers.size() + 1, genes));
        }
        return markers;
    }

    private List<Case> answered(
            String source,
            String variant,
            List<HeldOutList> lists,
            List<@Nullable ClusterMarkers> markers,
            CandidateStage stage,
            double weight) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            ClusterMarkers of = markers.get(i);
            if (of != null) {
                CandidateEvidence ranked = stage.rank(of);
                if (!ranked.candidates().isEmpty()) {
                    cases.add(answer(source, variant, lists.get(i), evidence(of, ranked), weight));
                }
            }
        }
        return cases;
    }

    private String organs(HeldOutList list) {
        return String.join(" ", knowledge.tissues().organsIn(tissue(list)));
    }

    private String tissue(HeldOutList list) {
        String tissue = list.tissue();
        return tissue == null || knowledge.tissues().organsIn(tissue).isEmpty() ? "" : tissue;
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

    private Case answer(String source, String variant, HeldOutList list, ClusterEvidence evidence, double weight) {
        ClusterConfidence scored = scorer.score(evidence, Malignancy.NONE);
        Confidence first = scored.candidates().getFirst();
        return new Case(
                source,
                variant,
                variant.startsWith("panel") ? CalibrationSetting.PANEL : CalibrationSetting.LIST,
                evidence.candidates().getFirst().support(),
                first.isClear() && !scored.heterogeneous(),
                new LabelledConfidence(
                        String.join(" ", list.id(), variant),
                        organs(list),
                        first.parts(),
                        knowledge.ontology().score(list.expert(), first.cellOntologyId()) >= RIGHT,
                        weight));
    }
}
