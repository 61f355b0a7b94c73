package io.nanocell.spatial;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;

/// Joins cells whose centroids are at most `radius` apart; pairs at a distance ≤ 1e-6 µm are no edge.
///
/// @param radius in µm, > 0
/// @param weight of every edge, > 0
public record RadiusGraph(double radius, double weight) {

    private static final int SAMPLE = 2_000;

    public RadiusGraph {
        if (!(radius > 0) || !(weight > 0)) {
            throw new IllegalArgumentException("radius %s and weight %s must be positive".formatted(radius, weight));
        }
    }

    /// @param x centroids in µm, finite
    /// @param y centroids in µm, as many
    /// @return about how many directed edges [#adjacency] has: counted at every m-th cell, 2,000 of them
    public long expectedEdges(double[] x, double[] y) {
        return SpatialGraph.expectedEdges(new TileGrid(x, y, radius), radius, SAMPLE);
    }

    /// @param x centroids in µm, finite
    /// @param y centroids in µm, as many
    /// @return the adjacency, cells × cells, symmetric with empty diagonal
    public CsrMatrix adjacency(double[] x, double[] y) {
        var grid = new TileGrid(x, y, radius);
        return SpatialGraph.of(grid, radius, weight, radius, weight).matrix(grid);
    }
}
