package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.nanocell.annotation.FinalLabel;
import io.nanocell.annotation.Policy;
import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ConfidenceCalibration;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.evidence.CandidateParameters;
import io.nanocell.evidence.EnrichmentStage;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.evidence.SourceKnowledge;
import io.nanocell.inference.EvidenceKind;
import io.nanocell.inference.ModelParameters;
import io.nanocell.ingest.CellFilter;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.MarkerSet;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.Species;
import io.nanocell.results.DatasetView;
import io.nanocell.results.JobParameters;
import io.nanocell.spatial.HsnmfParameters;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the complete parameters of a job into the values that the stages are made from.
///
/// @param job parameters that [ParameterCheck] has completed
/// @param tissue the job's, else the dataset's; null where neither says
/// @param disease the job's, else the dataset's; null where neither says
/// @param species of the genes
record MethodParameters(
        JobParameters job,
        @Nullable String tissue,
        @Nullable String disease,
        Species species) {

    /// Of a human section.
    MethodParameters(JobParameters job, @Nullable String tissue, @Nullable String disease) {
        this(job, tissue, disease, Species.HUMAN);
    }

    /// @param job complete, of a job on this dataset
    static MethodParameters of(JobParameters job, DatasetView dataset) {
        JobParameters known = job.orElse(dataset.tissue(), dataset.disease());
        return new MethodParameters(known, known.tissue(), known.disease(), SpeciesName.supported(dataset.species()));
    }

    CellFilter cellFilter() {
        var p = requireNonNull(job.qualityControl());
        return new CellFilter(
                requireNonNull(p.minTranscripts()), requireNonNull(p.minGenes()), requireNonNull(p.minCells()));
    }

    HsnmfParameters hsnmf() {
        var p = requireNonNull(job.hsnmf());
        return new HsnmfParameters(
                requireNonNull(p.rank()),
                requireNonNull(p.alpha()),
                requireNonNull(p.beta()),
                requireNonNull(p.diffusionSteps()),
                requireNonNull(p.contactRadius()),
                requireNonNull(p.contactWeight()),
                requireNonNull(p.radius()),
                requireNonNull(p.radiusWeight()),
                requireNonNull(p.neighbours()),
                requireNonNull(p.resolution()),
                requireNonNull(p.nmfTolerance()),
                requireNonNull(p.nmfIterations()),
                requireNonNull(p.leidenIterations()),
                requireNonNull(p.seed()),
                requireNonNull(p.minClusterSize()));
    }

    MarkerStage markers() {
        var p = requireNonNull(job.markers());
        return new MarkerStage(requireNonNull(p.top()), requireNonNull(p.maxAdjustedP()), requireNonNull(p.minPctIn()));
    }

    EnrichmentStage enrichment() {
        var p = requireNonNull(job.enrichment());
        return new EnrichmentStage(
                requireNonNull(p.maxFdr()),
                requireNonNull(p.minOverlap()),
                requireNonNull(p.minTermSize()),
                requireNonNull(p.maxTermSize()),
                Set.copyOf(requireNonNull(p.evidenceCodes())),
                requireNonNull(p.jaccard()),
                requireNonNull(p.maxPrograms()));
    }

    LabelSpace.Request labelSpace() {
        var p = requireNonNull(job.labelSpace());
        List<MarkerSet> sets = requireNonNull(p.markerSets()).stream()
                .map(s -> new MarkerSet(requireNonNull(s.label()), s.cellOntologyId(), requireNonNull(s.genes())))
                .toList();
        return new LabelSpace.Request(tissue, disease, requireNonNull(p.include()), requireNonNull(p.exclude()), sets);
    }

    boolean wholeLabelSpace() {
        return requireNonNull(job.labelSpace()).mode() == JobParameters.LabelSpace.Mode.ALL;
    }

    CandidateParameters candidates() {
        var p = requireNonNull(job.candidates());
        var defaults = CandidateParameters.DEFAULT;
        return new CandidateParameters(
                requireNonNull(p.top()), requireNonNull(p.maxP()), defaults.draws(), defaults.seed());
    }

    boolean asksModel() {
        return requireNonNull(requireNonNull(job.inference()).enabled());
    }

    ModelParameters model() {
        var p = requireNonNull(job.inference());
        return ModelParameters.DEFAULT.with(p.model(), p.numCtx());
    }

    /// Jobs of earlier versions have neither number.
    int stabilityRuns() {
        return requireNonNullElse(requireNonNull(job.inference()).stabilityRuns(), 0);
    }

    Duration timeBudget() {
        return Duration.ofSeconds(
                requireNonNullElse(requireNonNull(job.inference()).timeBudgetSeconds(), 1800));
    }

    Set<EvidenceKind> shown() {
        return requireNonNull(requireNonNull(job.inference()).evidence()).stream()
                .map(kind -> EvidenceKind.valueOf(kind.name()))
                .collect(Collectors.toSet());
    }

    FinalLabel finalLabel(ReferenceKnowledge knowledge) {
        return new FinalLabel(
                Policy.valueOf(
                        requireNonNull(requireNonNull(job.inference()).policy()).name()),
                knowledge.ontology());
    }

    /// @param sources with what the user has brought
    /// @param panelGenes genes of the panel, 0 without one
    /// @return one that, with a `maxErrorRate`, calls nothing below the confidence at which
    /// the calibration cases keep it
    ConfidenceScorer confidence(
            ReferenceKnowledge knowledge, SourceKnowledge sources, CalibrationSetting setting, int panelGenes) {
        var p = requireNonNull(job.confidence());
        double least = ErrorPromise.of(p, setting).map(ErrorPromise::threshold).orElse(0.0);
        return new ConfidenceScorer(
                Math.max(least, requireNonNull(p.high())),
                Math.max(least, requireNonNull(p.moderate())),
                ConfidenceCalibration.shipped().model(setting, panelGenes),
                knowledge.ontology(),
                knowledge.lineages(),
                sources);
    }
}
