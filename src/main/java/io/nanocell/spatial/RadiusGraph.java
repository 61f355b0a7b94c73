package io.nanocell.spatial;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;

/// Joins cells whose centroids are at most `radius` apart; pairs at a distance ≤ 1e-6 µm are no edge.
///
/// @param radius in µm, > 0
/// @param weight of every edge, > 0
public record RadiusGraph(double radius, double weight) {

    public RadiusGraph {
        if (!(radius > 0) || !(weight > 0)) {
            throw new IllegalArgumentException("radius %s and weight %s must be positive".formatted(radius, weight));
        }
    }

    /// @param x centroids in µm, finite
    /// @param y centroids in µm, as many
    /// @return the adjacency, cells × cells, symmetric with empty diagonal
    public CsrMatrix adjacency(double[] x, double[] y) {
        var grid = new TileGrid(x, y, radius);
        return SpatialGraph.of(grid, radius, weight, radius, weight).matrix(grid);
    }
}
