package io.nanocell.spatial;

import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.spatial.graph.HybridAdjacency;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;
import io.nanocell.spatial.hsnmf.NmfFactors;
import io.nanocell.spatial.metrics.AdjacencyScore;
import io.nanocell.spatial.metrics.ClusterSample;
import io.nanocell.spatial.metrics.ClusterSeparation;
import io.nanocell.spatial.metrics.DomainContinuity;
import io.nanocell.spatial.metrics.MoranI;
import java.util.Arrays;

/// Measures a finished clustering; everything by position of the grid.
record Measurement(
        SpatialDataset dataset, TileGrid grid, SpatialGraph spatial, HybridAdjacency hybrid, ClusterNumbers numbers) {

    private static final int SAMPLE = 10_000;

    /// @param factors smoothed W
    /// @param seed of the stratified sample
    SpatialMetrics metrics(NmfFactors nmf, PaddedMatrix factors, double leidenQuality, long seed) {
        int[] cluster = numbers.cluster();
        int clusters = numbers.count();
        DomainContinuity continuity = DomainContinuity.of(grid, cluster, clusters);
        var moran = new MoranI(spatial);
        double[] moranGenes = moran.ofGenes(dataset.expression(), grid.pointAt());
        ClusterSeparation separation = ClusterSeparation.of(ClusterSample.of(factors, cluster, clusters, SAMPLE, seed));
        double[] adjacency = AdjacencyScore.ofSpatial(spatial, cluster);
        return new SpatialMetrics(
                continuity.chaos(),
                continuity.pas(),
                Arrays.stream(moran.ofColumns(factors)).boxed().toList(),
                Arrays.stream(moranGenes).average().orElse(0),
                separation.silhouette(),
                separation.daviesBouldin(),
                adjacency[0],
                adjacency[1],
                AdjacencyScore.of(hybrid, cluster),
                nmf.explainedVariance(),
                nmf.iterations(),
                nmf.objective(),
                leidenQuality);
    }
}
