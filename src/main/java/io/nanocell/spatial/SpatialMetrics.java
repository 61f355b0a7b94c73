package io.nanocell.spatial;

import java.util.List;

/// How well the domains hold together. Smoothed factors flatter Moran's I and silhouette by construction, so the figure
/// of raw expression stands beside them.
///
/// Cells that are not assessed (cluster 0) are left out, but count as foreign neighbours. Every figure is
/// finite: what is undefined is 0, that is silhouette and Davies–Bouldin of fewer than two clusters, Moran's I
/// of a constant, shares of a graph without edges.
///
/// @param chaos CHAOS: mean distance to the nearest cell of the same domain on scaled coordinates, smaller is smoother
/// @param pas PAS: share of cells of which at least 6 of the 10 nearest neighbours are of another domain
/// @param moranFactors Moran's I of every smoothed factor over the spatial graph
/// @param moranExpression mean Moran's I of the raw log-normalised genes; above 20,000 cells the lags of an
///     evenly spaced sample of them stand for all
/// @param silhouette mean silhouette on the factors, a stratified sample of 10,000 cells
/// @param daviesBouldin Davies–Bouldin index on the same sample
/// @param adjacencyContact share of contact-graph edges within domains
/// @param adjacencyRadius the same on the radius graph
/// @param adjacencyHybrid share of the hybrid graph's edge weight within domains
/// @param explainedVariance 1 − ‖X − WH‖² / ‖X‖²
/// @param nmfIterations iterations until the tolerance or the limit
/// @param objective ½‖X − WH‖²
/// @param leidenQuality RB modularity of the partition
public record SpatialMetrics(
        double chaos,
        double pas,
        List<Double> moranFactors,
        double moranExpression,
        double silhouette,
        double daviesBouldin,
        double adjacencyContact,
        double adjacencyRadius,
        double adjacencyHybrid,
        double explainedVariance,
        int nmfIterations,
        double objective,
        double leidenQuality) {}
