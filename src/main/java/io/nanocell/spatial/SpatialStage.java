package io.nanocell.spatial;

import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.spatial.graph.FuzzyNeighbourGraph;
import io.nanocell.spatial.graph.HybridAdjacency;
import io.nanocell.spatial.graph.NearestNeighbours;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;
import io.nanocell.spatial.hsnmf.Nmf;
import io.nanocell.spatial.hsnmf.NmfFactors;
import io.nanocell.spatial.hsnmf.SpatialDiffusion;
import io.nanocell.spatial.leiden.Leiden;
import io.nanocell.spatial.leiden.Partition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// hSNMF: factors of the expression, smoothed over the tissue, and communities of the graph that joins who is
/// near and who is alike (Mahmud et al., ISBI 2026, arXiv 2602.02638).
///
/// Cells are worked on in the order of tiles of the tissue, so that neighbours are near in memory; the result
/// is in the order of the kept cells. Memory beside the dataset, per cell: 4 bytes for each neighbour within
/// the radius, about 128 · ⌈rank / 16⌉ bytes of factors, 12 bytes for each of the k feature neighbours.
///
/// @param parameters of the method
public record SpatialStage(HsnmfParameters parameters) {

    /// @return one cluster per kept cell, and the metrics
    /// @throws IllegalArgumentException if there are fewer cells or genes than the rank
    /// @throws GraphTooLargeException if the radius reaches too many neighbours
    /// @throws java.util.concurrent.CancellationException if the computation was cancelled
    public SpatialClustering cluster(SpatialDataset dataset) {
        HsnmfParameters p = parameters;
        NmfFactors nmf =
                new Nmf(p.rank(), p.nmfTolerance(), p.nmfIterations(), p.seed()).factorise(dataset.expression());
        var grid = new TileGrid(dataset.x(), dataset.y(), p.contactRadius());
        var spatial = SpatialGraph.of(grid, p.contactRadius(), p.contactWeight(), p.radius(), p.radiusWeight());
        PaddedMatrix factors = new SpatialDiffusion(p.beta(), p.diffusionSteps())
                .smooth(nmf.cells().gather(grid.pointAt()), spatial);
        var feature = FuzzyNeighbourGraph.of(new NearestNeighbours(p.neighbours()).of(factors, grid.pointAt()));
        var hybrid = new HybridAdjacency(spatial, feature, p.alpha());
        Partition partition = new Leiden(p.resolution(), p.leidenIterations(), p.seed()).partition(hybrid);
        ClusterNumbers numbers = ClusterNumbers.of(partition, hybrid, grid.pointAt(), p.minClusterSize());
        var measurement = new Measurement(dataset, grid, spatial, hybrid, numbers);
        return numbers.clustering(
                grid.pointAt(), measurement.metrics(nmf, factors, partition.quality(hybrid, p.resolution()), p.seed()));
    }

    /// Clusters that were brought along: groups become clusters by falling size, with their names; no metrics.
    ///
    /// @param groupOfKeptCell name of the group of every kept cell, null for a cell without one
    /// @param minClusterSize cells below which a group is not assessed; never more than 1 % of the kept cells
    /// @throws IllegalArgumentException if the number of groups given is not the number of kept cells
    public static SpatialClustering ofGroups(
            SpatialDataset dataset, List<@Nullable String> groupOfKeptCell, int minClusterSize) {
        if (groupOfKeptCell.size() != dataset.cells()) {
            throw new IllegalArgumentException(
                    "%d groups were given for %d kept cells".formatted(groupOfKeptCell.size(), dataset.cells()));
        }
        return ClusterNumbers.ofNames(groupOfKeptCell, minClusterSize);
    }
}
