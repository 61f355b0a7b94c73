package io.nanocell.spatial.graph;

import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// Exact k nearest neighbours by Euclidean distance, found in a k-d tree (Friedman, Bentley and Finkel 1977) along the
/// principal axes of the points.
///
/// Squared distances are sums of fused multiply-adds in floats, component after component; the answer is the
/// one of comparing all pairs in this arithmetic. Time about O(n log n) for clustered points of ten dimensions,
/// memory two copies of the points.
///
/// @param k neighbours of a point, counting itself, ≥ 1; where there are fewer points, all of them
public record NearestNeighbours(int k) {

    private static final int CHUNK = 512;

    public NearestNeighbours {
        if (k < 1) {
            throw new IllegalArgumentException("k must be ≥ 1, got " + k);
        }
    }

    /// @param points one point per row
    /// @param id of every row, distinct: ties go to the smaller id
    public NeighbourLists of(PaddedMatrix points, int[] id) {
        int n = points.rows();
        int found = Math.min(k, Math.max(1, n));
        int[] neighbours = new int[Math.multiplyExact(n, found)];
        float[] distances = new float[neighbours.length];
        var tree = new KdTree(points, id);
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            var query = new KdQuery(tree, found);
            for (int leafPosition = from; leafPosition < to; leafPosition++) { // points of a leaf share their search
                int point = tree.pointAt(leafPosition);
                query.search(point);
                query.write(neighbours, distances, point * found);
            }
        });
        return new NeighbourLists(found, neighbours, distances);
    }

    /// @return ids 0 … n − 1
    static int[] rowNumbers(int n) {
        int[] id = new int[n];
        Arrays.setAll(id, i -> i);
        return id;
    }
}
