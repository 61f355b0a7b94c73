package io.nanocell.confidence;

import java.util.List;
import java.util.SortedSet;

/// The confidence of every candidate of a cluster, in the candidates' order.
///
/// @param number of the cluster
/// @param candidates one per candidate of the evidence
/// @param heterogeneous whether two lineages stand on disjoint markers of their own
/// @param reasons codes that bear on the whole cluster (`NO_FUNCTION`, `POSSIBLY_MALIGNANT`, …), in order
public record ClusterConfidence(
        int number, List<Confidence> candidates, boolean heterogeneous, SortedSet<String> reasons) {}
