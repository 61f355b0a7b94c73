package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.WeightedGraph;

/// Every node of a graph in one community.
///
/// @param community of every node, 0 … communities − 1
/// @param communities how many there are
public record Partition(int[] community, int communities) {

    private static final int CHUNK = 4096;

    /// @throws IllegalArgumentException if a community is out of range
    public Partition {
        for (int node = 0; node < community.length; node++) {
            if (community[node] < 0 || community[node] >= communities) {
                throw new IllegalArgumentException(
                        "node %d is in community %d of %d".formatted(node, community[node], communities));
            }
        }
    }

    /// RB modularity Q = 1/2m · Σ_c (e_c − γ·K_c²/2m), e_c twice the weight within c, K_c its strength, 2m all strength
    /// (Reichardt and Bornholdt 2006; leidenalg's `RBConfigurationVertexPartition.quality()` divided by 2m).
    ///
    /// @return 0 for a graph without edges
    public double quality(WeightedGraph graph, double resolution) {
        int n = graph.nodes();
        double[] within = new double[Parallel.chunkCount(n, CHUNK)];
        Parallel.chunks(n, CHUNK, (chunk, from, to) -> {
            for (int node = from; node < to; node++) {
                within[chunk] += graph.weightTo(node, community, community[node]);
            }
        });
        double[] strength = new double[communities];
        double all = 0;
        for (int node = 0; node < n; node++) {
            strength[community[node]] += graph.strength(node);
            all += graph.strength(node);
        }
        if (all == 0) {
            return 0;
        }
        double quality = 0;
        for (double w : within) {
            quality += w;
        }
        for (double k : strength) {
            quality -= resolution * k * k / all;
        }
        return quality / all;
    }
}
