package io.nanocell.api;

import io.nanocell.results.JobParameters;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// For the documentation: the parts of an upload, which [UploadForm] reads.
@Schema(
        name = "DatasetUpload",
        description = "Either `bundle`, or at least `matrix` and `cells`, or AnnData as `matrix`")
record UploadSchema(
        @Schema(type = "string", format = "binary", description = "A whole output folder as zip, tar or tar.gz")
        @Nullable
        String bundle,

        @Schema(
                type = "string",
                format = "binary",
                description = "cell_feature_matrix.h5, or AnnData .h5ad with raw counts")
        @Nullable
        String matrix,

        @Schema(
                type = "string",
                format = "binary",
                description =
                        "cells.parquet, cells.csv.gz or cells.csv; not needed where AnnData has obsm[\"spatial\"]")
        @Nullable
        String cells,

        @Schema(type = "string", format = "binary", description = "experiment.xenium") @Nullable
        String experiment,

        @Schema(type = "string", format = "binary", description = "gene_panel.json") @Nullable
        String panel,

        @Schema(
                type = "string",
                format = "binary",
                description = "Own clusters, `cell_id,group` as CSV: the job then starts from them")
        @Nullable
        String clusters,

        @Schema(
                type = "string",
                format = "binary",
                description = "Own marker sets, .csv (`label,gene[,cellOntologyId]`) or .gmt: labels of the job that is"
                        + " queued, with `parameters.labelSpace.markerSets`")
        @Nullable
        String markerSets,

        @Schema(description = "Name to be shown", example = "Pancreas, block 3") @Nullable
        String name,

        @Schema(description = "Tissue, in any wording that /reference/labels knows", example = "pancreas") @Nullable
        String tissue,

        @Schema(description = "human or mouse; read from the genes where it is not given", example = "human") @Nullable
        String species,

        @Schema(description = "Disease, where there is one", example = "healthy") @Nullable
        String disease,

        @Schema(description = "Whether a job is queued at once", defaultValue = "true") @Nullable
        Boolean annotate,

        @Schema(description = "Parameters of that job, as JSON", example = "{}") @Nullable
        JobParameters parameters) {}
