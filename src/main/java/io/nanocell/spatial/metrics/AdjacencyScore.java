package io.nanocell.spatial.metrics;

import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.WeightedGraph;

/// Share of a graph's edge weight that lies within clusters, 0..1; 0 for a graph without edges. Cells of cluster 0 are
/// in no cluster: their edges count, but not as within one.
public final class AdjacencyScore {

    private static final int CHUNK = 4096;

    private AdjacencyScore() {}

    /// @return share of contact pairs, and share of all pairs within the radius, each pair counted alike
    public static double[] ofSpatial(SpatialGraph graph, int[] cluster) {
        long[][] same = new long[Parallel.chunkCount(graph.nodes(), CHUNK)][2];
        Parallel.chunks(graph.nodes(), CHUNK, (chunk, from, to) -> {
            for (int p = from; p < to; p++) {
                if (cluster[p] > 0) {
                    long near = count(graph, cluster, cluster[p], graph.rowStart()[p], graph.nearEnd()[p]);
                    long far = count(graph, cluster, cluster[p], graph.nearEnd()[p], graph.rowStart()[p + 1]);
                    same[chunk][0] += near;
                    same[chunk][1] += near + far;
                }
            }
        });
        long contacts = 0;
        for (int p = 0; p < graph.nodes(); p++) {
            contacts += graph.nearEnd()[p] - graph.rowStart()[p];
        }
        long sameContact = 0;
        long sameRadius = 0;
        for (long[] s : same) {
            sameContact += s[0];
            sameRadius += s[1];
        }
        return new double[] {
            share((double) sameContact, (double) contacts), share((double) sameRadius, graph.neighbours().length)
        };
    }

    private static long count(SpatialGraph graph, int[] cluster, int wanted, int from, int to) {
        int same = 0;
        for (int e = from; e < to; e++) {
            same += cluster[graph.neighbours()[e]] == wanted ? 1 : 0;
        }
        return same;
    }

    /// @return share of edge weight
    public static double of(WeightedGraph graph, int[] cluster) {
        double[] within = new double[Parallel.chunkCount(graph.nodes(), CHUNK)];
        Parallel.chunks(graph.nodes(), CHUNK, (chunk, from, to) -> {
            for (int node = from; node < to; node++) {
                if (cluster[node] > 0) {
                    within[chunk] += graph.weightTo(node, cluster, cluster[node]);
                }
            }
        });
        double all = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            all += graph.strength(node);
        }
        double sum = 0;
        for (double w : within) {
            sum += w;
        }
        return share(sum, all);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
