package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evidence.CellTypes;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Notice;
import io.nanocell.spatial.SpatialClustering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section at the end of the street.
///
/// @param dataset its kept cells
/// @param clustering their clusters
/// @param clusters one per assessed cluster, in order
/// @param cells the types of its cells
/// @param model that was asked; null where it was switched off
/// @param notices what the reader of the result should know
record AnnotatedSection(
        SpatialDataset dataset,
        SpatialClustering clustering,
        List<AnnotatedCluster> clusters,
        CellTypes cells,
        @Nullable ModelVersion model,
        List<Notice> notices) {}
