package io.nanocell.spatial.graph;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// A_f: UMAP's fuzzy simplicial set of the nearest neighbours.
///
/// The edges of point i are `e = rowStart[i] … rowStart[i + 1] − 1`, to `neighbours[e]` with membership `weights[e]` in
/// (0, 1], neighbours ascending. Symmetric, no self-loops.
///
/// @param rowStart offsets, length n + 1
/// @param neighbours the other end of every edge
/// @param weights membership strength of every edge
/// @see <a href="https://arxiv.org/abs/1802.03426">McInnes, Healy and Melville 2018</a>
public record FuzzyNeighbourGraph(int[] rowStart, int[] neighbours, float[] weights) {

    private static final int CHUNK = 2048;

    /// Directed memberships v(i, j) = exp(−(d(i, j) − ρᵢ)/σᵢ), joined by the probabilistic t-conorm v + vᵀ − v∘vᵀ.
    public static FuzzyNeighbourGraph of(NeighbourLists lists) {
        int n = lists.points();
        int k = lists.k();
        float[] strength = MembershipStrength.of(lists);
        Incoming incoming = Incoming.of(lists, strength);
        int[] size = new int[n];
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                int edges = incoming.start[i + 1] - incoming.start[i];
                for (int e = i * k; e < (i + 1) * k; e++) {
                    edges += strength[e] > 0 && incoming.find(i, lists.neighbours()[e]) < 0 ? 1 : 0;
                }
                size[i] = edges;
            }
        });
        int[] rowStart = new int[n + 1];
        for (int i = 0; i < n; i++) {
            rowStart[i + 1] = Math.addExact(rowStart[i], size[i]);
        }
        var graph = new FuzzyNeighbourGraph(rowStart, new int[rowStart[n]], new float[rowStart[n]]);
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                graph.join(i, lists, strength, incoming);
            }
        });
        return graph;
    }

    /// Merges what comes in with what goes out.
    private void join(int i, NeighbourLists lists, float[] strength, Incoming incoming) {
        int at = rowStart[i];
        int in = incoming.start[i];
        int inEnd = incoming.start[i + 1];
        System.arraycopy(incoming.source, in, neighbours, at, inEnd - in);
        System.arraycopy(incoming.strength, in, weights, at, inEnd - in);
        for (int e = i * lists.k(); e < (i + 1) * lists.k(); e++) {
            int found = strength[e] > 0 ? incoming.find(i, lists.neighbours()[e]) : -1;
            if (found >= 0) {
                float a = strength[e];
                float b = incoming.strength[found];
                weights[at + found - in] = a + b - a * b;
            }
        }
        int end = at + inEnd - in;
        for (int e = i * lists.k(); e < (i + 1) * lists.k(); e++) {
            if (strength[e] > 0 && incoming.find(i, lists.neighbours()[e]) < 0) {
                end = insert(at, end, lists.neighbours()[e], strength[e]);
            }
        }
    }

    private int insert(int at, int end, int neighbour, float weight) {
        int p = end;
        while (p > at && neighbours[p - 1] > neighbour) {
            neighbours[p] = neighbours[p - 1];
            weights[p] = weights[p - 1];
            p--;
        }
        neighbours[p] = neighbour;
        weights[p] = weight;
        return end + 1;
    }

    /// @return number of points
    public int nodes() {
        return rowStart.length - 1;
    }

    /// @return Σ of the memberships of i's edges
    public double degree(int i) {
        double sum = 0;
        for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
            sum += weights[e];
        }
        return sum;
    }

    /// @return the same graph as a matrix
    public CsrMatrix matrix() {
        double[] values = new double[weights.length];
        for (int e = 0; e < values.length; e++) {
            values[e] = weights[e];
        }
        return new CsrMatrix(nodes(), nodes(), rowStart, neighbours, values);
    }

    /// The transposed memberships: who counts point i among its nearest, ascending.
    private record Incoming(int[] start, int[] source, float[] strength) {

        static Incoming of(NeighbourLists lists, float[] strength) {
            int n = lists.points();
            int[] start = new int[n + 1];
            for (int e = 0; e < strength.length; e++) {
                if (strength[e] > 0) {
                    start[lists.neighbours()[e] + 1]++;
                }
            }
            for (int i = 0; i < n; i++) {
                start[i + 1] += start[i];
            }
            int[] next = start.clone();
            int[] source = new int[start[n]];
            float[] values = new float[start[n]];
            for (int i = 0; i < n; i++) {
                for (int e = i * lists.k(); e < (i + 1) * lists.k(); e++) {
                    if (strength[e] > 0) {
                        int at = next[lists.neighbours()[e]]++;
                        source[at] = i;
                        values[at] = strength[e];
                    }
                }
            }
            return new Incoming(start, source, values);
        }

        /// @return index of the edge from `other` to i, negative if there is none
        int find(int i, int other) {
            return Arrays.binarySearch(source, start[i], start[i + 1], other);
        }
    }
}
