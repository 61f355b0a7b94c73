package io.nanocell.pipeline;

import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceModel;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.LabelledConfidence;
import io.nanocell.confidence.Malignancy;
import io.nanocell.confidence.PanelModels;
import io.nanocell.evaluation.HeldOutList;
import io.nanocell.evaluation.Truth;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Asks the service's own ranking about lists whose type is known, whole, shortened and cut to panels, and notes
/// of the first candidates what its confidence is made of and whether it is right.
final class CalibrationCases {

    /// A list answered.
    ///
    /// @param source "clusters", or what was held out
    /// @param variant how the list was given, "10 genes"
    /// @param rank of the candidate, 1 for the first
    /// @param support of the candidate
    /// @param callable whether nothing but a low confidence would forbid the call
    /// @param cellOntologyId of the candidate
    /// @param truth what it should be
    /// @param labelled its parts
    record Case(
            String source,
            String variant,
            CalibrationSetting setting,
            int rank,
            double support,
            boolean callable,
            String cellOntologyId,
            Truth truth,
            LabelledConfidence labelled) {}

    static final List<Integer> PANEL_SIZES = List.of(300, 500, 1000, 5000);

    /// Sizes with a model of their own; panels of 300 to 1,000 genes share one.
    static final SortedSet<Integer> MODELLED = new TreeSet<>(List.of(500, 5000));

    static final List<Integer> LENGTHS = List.of(20, 10, 5, 3);

    /// Of the lengths, in their order: most lists have ten genes or more, as clusters have.
    private static final List<Double> LENGTH_WEIGHTS = List.of(0.5, 0.5, 0.25, 0.25);

    /// How lists are given.
    ///
    /// @param weight of each in a fit
    private record Asked(String source, String variant, int panelGenes, double weight) {}

    private static final int FEWEST_MARKERS = 3;
    private static final int MOST_MARKERS = 20; // as many as a cluster reports
    private static final double RIGHT = 0.5;
    private static final String LOWER_RANKS_OF = "10 genes";
    private static final int LOWEST_RANK = 3;
    private static final double LOWER_RANK = 0.1; // of the first one's weight: the answer counts most

    private final ReferenceKnowledge knowledge;
    private final CandidateKnowledge sources;
    private final ConfidenceScorer scorer;
    private final Map<String, LabelSpace> spaces = new HashMap<>(); // by organs

    /// @param knowledge without anything that states the lists' truth
    CalibrationCases(ReferenceKnowledge knowledge) {
        this.knowledge = knowledge;
        this.sources = new CandidateKnowledge(knowledge);
        this.scorer = parts(knowledge, sources);
    }

    /// A scorer of which only the parts and the bans count.
    static ConfidenceScorer parts(ReferenceKnowledge knowledge, CandidateKnowledge sources) {
        var undecided = new ConfidenceModel(
                0, ConfidenceModel.TERMS.stream().map(_ -> 0.0).toList());
        return new ConfidenceScorer(0.5, 0.1, undecided, knowledge.ontology(), knowledge.lineages(), sources.sources());
    }

    /// @param lists whole
    /// @return of each list its first twenty (where it has more than ten), ten, five and three genes, then the
    /// first twenty that panels of four sizes have of it
    List<Case> of(String source, List<HeldOutList> lists, long seed) {
        List<Case> cases = new ArrayList<>(answered(source, lists, null, LENGTHS, LENGTH_WEIGHTS));
        var panels = new RandomPanels(knowledge.database());
        for (int size : PANEL_SIZES) {
            List<String> panel = panels.draw(size, seed + size);
            cases.addAll(answered(source, lists, panel, List.of(MOST_MARKERS), List.of(1.0)));
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
        byOrgans.forEach((organs, here) -> {
            LabelSpace space = spaces.computeIfAbsent(organs, _ -> space(tissue(here.getFirst())));
            var stage = new CandidateStage(sources, space, panel, CandidateParameters.DEFAULT);
            for (int i = 0; i < lengths.size(); i++) {
                int length = lengths.get(i);
                String variant = panel == null ? "%d genes".formatted(length) : "panel of %d".formatted(panel.size());
                var asked =
                        new Asked(source, variant, panel == null ? PanelModels.NO_PANEL : panel.size(), weights.get(i));
                cases.addAll(answered(asked, here, cut(here, panel, length), stage));
            }
        });
        return cases;
    }

    private LabelSpace space(String tissue) {
        return LabelSpace.of(knowledge, LabelSpace.Request.ofTissue(tissue.isEmpty() ? null : tissue));
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
            boolean again = panel == null && length == LENGTHS.getFirst() && genes.size() <= LENGTHS.get(1);
            markers.add(genes.size() < FEWEST_MARKERS || again ? null : MarkerStage.ofList(markers.size() + 1, genes));
        }
        return markers;
    }

    private List<Case> answered(
            Asked asked, List<HeldOutList> lists, List<@Nullable ClusterMarkers> markers, CandidateStage stage) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            ClusterMarkers of = markers.get(i);
            if (of != null) {
                CandidateEvidence ranked = stage.rank(of);
                if (!ranked.candidates().isEmpty()) {
                    cases.addAll(answers(asked, lists.get(i), evidence(of, ranked)));
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

    /// The first candidate, and of whole lists and panels the next two: they are what the model may prefer and the
    /// list falls back to, and tell the fit what a candidate with a better one beside it is worth.
    private List<Case> answers(Asked asked, HeldOutList list, ClusterEvidence evidence) {
        ClusterConfidence scored = scorer.score(evidence, Malignancy.NONE);
        boolean lower =
                asked.panelGenes() != PanelModels.NO_PANEL || asked.variant().equals(LOWER_RANKS_OF);
        int ranks = lower ? LOWEST_RANK : 1;
        List<Case> cases = new ArrayList<>();
        for (int rank = 1; rank <= Math.min(ranks, scored.candidates().size()); rank++) {
            cases.add(answer(asked, list, evidence, scored, rank));
        }
        return cases;
    }

    private Case answer(Asked asked, HeldOutList list, ClusterEvidence evidence, ClusterConfidence scored, int rank) {
        Confidence candidate = scored.candidates().get(rank - 1);
        String variant = rank == 1 ? asked.variant() : "%s, candidate %d".formatted(asked.variant(), rank);
        String id = String.join(" ", list.id(), variant);
        return new Case(
                asked.source(),
                variant,
                asked.panelGenes() == PanelModels.NO_PANEL ? CalibrationSetting.LIST : CalibrationSetting.PANEL,
                rank,
                evidence.candidates().get(rank - 1).support(),
                candidate.isClear() && !scored.heterogeneous(),
                candidate.cellOntologyId(),
                new Truth(id, list.tissue(), list.expert()),
                new LabelledConfidence(
                        id,
                        organs(list),
                        asked.panelGenes(),
                        candidate.parts(),
                        knowledge.ontology().score(list.expert(), candidate.cellOntologyId()) >= RIGHT,
                        rank == 1 ? asked.weight() : LOWER_RANK * asked.weight()));
    }
}
