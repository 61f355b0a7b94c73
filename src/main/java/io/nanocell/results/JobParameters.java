package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a job, as given (null: the default) or completed by the pipeline. Names are the contract's.
///
/// @param tissue absent: the dataset's
/// @param disease absent: the dataset's
public record JobParameters(
        @Nullable String tissue,
        @Nullable String disease,
        @Nullable QualityControl qualityControl,
        @Nullable Hsnmf hsnmf,
        @Nullable Markers markers,
        @Nullable Enrichment enrichment,
        @Nullable LabelSpace labelSpace,
        @Nullable Candidates candidates,
        @Nullable Inference inference,
        @Nullable Confidence confidence) {

    /// Nothing given.
    public static final JobParameters NONE =
            new JobParameters(null, null, null, null, null, null, null, null, null, null);

    /// @return the same with the dataset's tissue and disease where none are given
    public JobParameters orElse(@Nullable String datasetTissue, @Nullable String datasetDisease) {
        return new JobParameters(
                tissue == null ? datasetTissue : tissue,
                disease == null ? datasetDisease : disease,
                qualityControl,
                hsnmf,
                markers,
                enrichment,
                labelSpace,
                candidates,
                inference,
                confidence);
    }

    public record QualityControl(
            @Nullable Integer minTranscripts,
            @Nullable Integer minGenes,
            @Nullable Integer minCells) {}

    public record Hsnmf(
            @Nullable Integer rank,
            @Nullable Double alpha,
            @Nullable Double beta,
            @Nullable Integer diffusionSteps,
            @Nullable Double contactRadius,
            @Nullable Double contactWeight,
            @Nullable Double radius,
            @Nullable Double radiusWeight,
            @Nullable Integer neighbours,
            @Nullable Double resolution,
            @Nullable Double nmfTolerance,
            @Nullable Integer nmfIterations,
            @Nullable Integer leidenIterations,
            @Nullable Long seed,
            @Nullable Integer minClusterSize) {}

    public record Markers(
            @Nullable Integer top,
            @Nullable Double maxAdjustedP,
            @Nullable Double minPctIn) {}

    public record Enrichment(
            @Nullable Double maxFdr,
            @Nullable Integer minOverlap,
            @Nullable Integer minTermSize,
            @Nullable Integer maxTermSize,
            @Nullable List<String> evidenceCodes,
            @Nullable Double jaccard,
            @Nullable Integer maxPrograms) {}

    public record LabelSpace(
            @Nullable Mode mode,
            @Nullable List<String> include,
            @Nullable List<String> exclude,
            @Nullable List<MarkerSet> markerSets) {

        public enum Mode {
            CANDIDATES,
            ALL
        }
    }

    public record MarkerSet(
            @Nullable String label,
            @Nullable String cellOntologyId,
            @Nullable List<String> genes) {}

    public record Candidates(
            @Nullable Integer top, @Nullable Double maxP) {}

    public record Inference(
            @Nullable Boolean enabled,
            @Nullable String model,
            @Nullable Policy policy,
            @Nullable List<Evidence> evidence,
            @Nullable Integer numCtx,
            @Nullable Integer stabilityRuns,
            @Nullable Integer timeBudgetSeconds) {

        public Inference(
                @Nullable Boolean enabled,
                @Nullable String model,
                @Nullable Policy policy,
                @Nullable List<Evidence> evidence,
                @Nullable Integer numCtx) {
            this(enabled, model, policy, evidence, numCtx, null, null);
        }

        public enum Policy {
            GUARDED,
            MODEL,
            EVIDENCE
        }

        public enum Evidence {
            MARKERS,
            CANDIDATES,
            PROGRAMS
        }
    }

    /// @param maxErrorRate expected share of wrong ones among what is called, above 0; null: no promise is asked for
    public record Confidence(
            @Nullable Double high,
            @Nullable Double moderate,
            @Nullable Double maxErrorRate) {}
}
