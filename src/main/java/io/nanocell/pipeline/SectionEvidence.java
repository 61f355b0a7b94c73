package io.nanocell.pipeline;

import io.nanocell.evidence.CellTypes;
import io.nanocell.evidence.ClusterEvidence;
import java.util.List;

/// What is known of a section before any label is given.
///
/// @param clusters one per assessed cluster, in order
/// @param cells the types of its cells
record SectionEvidence(List<ClusterEvidence> clusters, CellTypes cells) {}
