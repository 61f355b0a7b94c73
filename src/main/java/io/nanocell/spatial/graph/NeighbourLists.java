package io.nanocell.spatial.graph;

/// The k nearest points of every point: neighbour j of point i is `neighbours[i * k + j]` at Euclidean distance
/// `distances[i * k + j]`. The first is the point itself, at 0; then by distance, ties by id.
///
/// @param k neighbours of a point, itself included
/// @param neighbours points, n × k
/// @param distances n × k, ascending within a point
public record NeighbourLists(int k, int[] neighbours, float[] distances) {

    public NeighbourLists {
        if (k < 1 || neighbours.length != distances.length || neighbours.length % k != 0) {
            throw new IllegalArgumentException("%d neighbours at %d distances are not lists of %d"
                    .formatted(neighbours.length, distances.length, k));
        }
    }

    /// @return number of points
    public int points() {
        return neighbours.length / k;
    }
}
