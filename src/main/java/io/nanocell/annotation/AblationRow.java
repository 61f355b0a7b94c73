package io.nanocell.annotation;

import java.util.List;

/// What a setting does to the same clusters. Shares are 0 where nothing was asked.
///
/// @param agreement share of the clusters asked about where the model chose the best candidate
/// @param offList share of them where its answer was not on the list
/// @param coverage share of all clusters with a label
/// @param flips share of all clusters whose label is not the one that the evidence alone gives
/// @param clusters as annotated, for scoring against a truth
public record AblationRow(
        AblationSetting setting,
        double agreement,
        double offList,
        double coverage,
        double flips,
        List<AnnotatedCluster> clusters) {}
