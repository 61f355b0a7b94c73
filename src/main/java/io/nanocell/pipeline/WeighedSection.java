package io.nanocell.pipeline;

import io.nanocell.ingest.SpatialDataset;
import io.nanocell.spatial.SpatialClustering;

/// A section before the model is asked.
///
/// @param dataset its kept cells
/// @param clustering their clusters
/// @param judged what names its clusters
/// @param evidence what is known of them
record WeighedSection(
        SpatialDataset dataset, SpatialClustering clustering, PreparedJudgement judged, SectionEvidence evidence) {}
