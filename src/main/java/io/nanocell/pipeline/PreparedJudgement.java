package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.annotation.Annotator;
import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Malignancy;
import io.nanocell.confidence.OrganCap;
import io.nanocell.confidence.OrthologyCap;
import io.nanocell.confidence.PanelModels;
import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.CandidateEvidence;
import io.nanocell.evidence.CandidateStage;
import io.nanocell.evidence.CellLineages;
import io.nanocell.evidence.CellTypeStage;
import io.nanocell.evidence.CellTypes;
import io.nanocell.evidence.ClusterCells;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.Enrichment;
import io.nanocell.evidence.SourceKnowledge;
import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.LanguageModels;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelWatcher;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.Cancellation;
import io.nanocell.reference.Species;
import io.nanocell.reference.Tissues;
import io.nanocell.results.Notice;
import io.nanocell.spatial.RadiusGraph;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A [Judgement] for one panel, label space and set of parameters.
final class PreparedJudgement {

    private static final int LEAST_CANCER_GENES = 5;

    private final Knowledge knowledge;
    private final MethodParameters method;
    private final CandidateStage candidates;
    private final LanguageModels models;
    private final List<String> moreLabels;
    private final SourceKnowledge oneByOne;
    private final int panelGenes;

    /// @param oneByOne the sources, and what the user has brought
    /// @param panelGenes genes of the panel, [PanelModels#NO_PANEL] without one
    PreparedJudgement(
            Knowledge knowledge,
            SourceKnowledge oneByOne,
            MethodParameters method,
            CandidateStage candidates,
            LanguageModels models,
            List<String> moreLabels,
            int panelGenes) {
        this.knowledge = knowledge;
        this.method = method;
        this.candidates = candidates;
        this.models = models;
        this.moreLabels = moreLabels;
        this.oneByOne = oneByOne;
        this.panelGenes = panelGenes;
    }

    /// @return `NO_TISSUE` and `NO_PANEL` where they apply, and what the asked-for error rate rests on
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (method.tissue() == null) {
            notices.add(new Notice(
                    "NO_TISSUE",
                    "No tissue was given: the labels of all tissues compete. Naming it makes calls surer."));
        }
        if (!hasPanel()) {
            notices.add(new Notice(
                    "NO_PANEL",
                    "No panel was given: chance is judged on all genes that the reference knows, and no functions are"
                            + " tested."));
        }
        ErrorPromise.of(requireNonNull(method.job().confidence()), listSetting()) // CELLS has the promise of PANEL
                .ifPresent(promise -> notices.add(promise.notice()));
        return notices;
    }

    /// Clusters of a section: what their cells say counts too.
    SectionEvidence evidence(
            SpatialDataset dataset,
            SpatialClustering clustering,
            List<ClusterMarkers> markers,
            List<Enrichment> enrichments) {
        List<CandidateEvidence> ranked = candidates.rank(markers);
        var contacts = new RadiusGraph(method.hsnmf().contactRadius(), 1).adjacency(dataset.x(), dataset.y());
        List<ClusterCells> cells = new CellLineages()
                .assess(
                        dataset,
                        clustering,
                        contacts,
                        knowledge.candidates().lineageMarkers(dataset.genes()),
                        markers,
                        ranked);
        CellTypes types =
                new CellTypeStage(candidates, knowledge.types().ontology()).call(dataset, clustering, markers);
        List<ClusterEvidence> evidence = new ArrayList<>();
        for (int c = 0; c < markers.size(); c++) {
            ClusterCells of = cells.get(c).with(types);
            evidence.add(join(
                    clustering.names().get(c),
                    markers.get(c),
                    enrichments.get(c),
                    types.mixedInto(ranked.get(c), c + 1),
                    of.heterogeneity(),
                    of.leakage()));
        }
        return new SectionEvidence(List.copyOf(evidence), types);
    }

    /// Clusters made elsewhere, as marker lists.
    List<ClusterEvidence> evidence(List<String> names, List<ClusterMarkers> markers, List<Enrichment> enrichments) {
        List<CandidateEvidence> ranked = candidates.rank(markers);
        List<ClusterEvidence> evidence = new ArrayList<>();
        for (int c = 0; c < markers.size(); c++) {
            evidence.add(join(names.get(c), markers.get(c), enrichments.get(c), ranked.get(c), null, null));
        }
        return evidence;
    }

    private static ClusterEvidence join(
            String name,
            ClusterMarkers markers,
            Enrichment enrichment,
            CandidateEvidence ranked,
            @Nullable Double heterogeneity,
            @Nullable Double leakage) {
        return new ClusterEvidence(
                markers.number(),
                name,
                markers,
                enrichment.terms(),
                enrichment.programs(),
                ranked.candidates(),
                ranked.lineages(),
                ranked.coverage(),
                heterogeneity,
                leakage);
    }

    /// Asks the model about every cluster, unless it is switched off.
    ModelAnswers ask(List<ClusterEvidence> clusters, StageWatcher watcher) {
        if (!method.asksModel()) {
            return ModelAnswers.NONE;
        }
        LanguageModel model = models.open(method.model());
        var stage = new InferenceStage(
                model, method.shown(), true, moreLabels, method.stabilityRuns(), method.timeBudget());
        var modelWatcher = new ModelWatcher() {
            @Override
            public void check() {
                Cancellation.check();
            }

            @Override
            public void answered(int done, int total) {
                watcher.progress((double) done / total);
            }
        };
        Map<Integer, ModelAnswer> answers = stage.ask(clusters, method.tissue(), modelWatcher);
        return new ModelAnswers(stage.identity(answers.values(), modelWatcher), answers, models.pinnedDigest());
    }

    List<AnnotatedCluster> annotate(List<ClusterEvidence> clusters, Map<Integer, ModelAnswer> answers) {
        var malignancy = Malignancy.of(method.tissue(), method.disease(), this::isSupportedByCancerRows);
        ConfidenceScorer scorer = method.confidence(knowledge.types(), oneByOne, setting(clusters), panelGenes);
        Function<ClusterConfidence, ClusterConfidence> cap = organCap(scorer)::of;
        if (method.species() == Species.MOUSE) {
            cap = cap.andThen(new OrthologyCap(scorer.high(), scorer.moderate())::of);
        }
        return new Annotator(scorer, method.finalLabel(knowledge.types()))
                .annotate(clusters, malignancy, cap::apply, answers);
    }

    /// The disease counts too: a tumour of the breast may have come to the liver.
    private OrganCap organCap(ConfidenceScorer scorer) {
        Tissues tissues = knowledge.types().tissues();
        String tissue = method.tissue();
        Set<String> organs = tissue == null || tissues.organsIn(tissue).isEmpty() ? Set.of() : tissues.resolve(tissue);
        if (organs.isEmpty()) { // nobody said, or the whole body
            return new OrganCap(scorer.high(), scorer.moderate(), _ -> false);
        }
        if (method.disease() != null) {
            organs.addAll(tissues.organsIn(method.disease()));
        }
        return new OrganCap(scorer.high(), scorer.moderate(), label -> tissues.namesOtherOrgan(label, organs));
    }

    private CalibrationSetting setting(List<ClusterEvidence> clusters) {
        boolean cells = clusters.stream().anyMatch(c -> c.markers().noiseFloor() != null);
        return cells ? CalibrationSetting.CELLS : listSetting();
    }

    private boolean hasPanel() {
        return panelGenes != PanelModels.NO_PANEL;
    }

    private CalibrationSetting listSetting() {
        return hasPanel() ? CalibrationSetting.PANEL : CalibrationSetting.LIST;
    }

    /// Single genes of cancer cells (EPCAM, KRT18) mark healthy epithelium too: most of the support has to be of
    /// them.
    private boolean isSupportedByCancerRows(Candidate candidate) {
        Set<String> cancerGenes = knowledge.types().cancerGenes();
        long shared =
                candidate.supporting().stream().filter(cancerGenes::contains).count();
        return shared >= LEAST_CANCER_GENES
                && 2 * shared > candidate.supporting().size();
    }
}
