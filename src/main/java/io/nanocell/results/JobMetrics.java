package io.nanocell.results;

import java.util.List;

/// Quality of the domains, see `SpatialMetrics`.
public record JobMetrics(
        double chaos,
        double pas,
        List<Double> moranFactors,
        double moranExpression,
        double silhouette,
        double daviesBouldin,
        AdjacencyScore adjacencyScore,
        double explainedVariance,
        int nmfIterations,
        double objective,
        double leidenQuality) {}
