package io.nanocell.spatial.leiden;

import io.nanocell.spatial.graph.WeightedGraph;

/// A partition in the making.
///
/// @param community of every node, 0 … nodes − 1; some may be empty
/// @param strength Σ of the strengths of every community's nodes
/// @param size number of nodes of every community
record Moving(int[] community, double[] strength, int[] size) {

    /// @param community kept, not copied
    static Moving of(WeightedGraph graph, int[] community) {
        int n = graph.nodes();
        var state = new Moving(community, new double[n], new int[n]);
        for (int node = 0; node < n; node++) {
            state.strength[community[node]] += graph.strength(node);
            state.size[community[node]]++;
        }
        return state;
    }

    /// @return the same communities, those without nodes left out of the numbers
    Partition numbered() {
        int[] number = new int[size.length];
        int count = 0;
        for (int c = 0; c < size.length; c++) {
            if (size[c] > 0) {
                number[c] = count++;
            }
        }
        int[] numbered = new int[community.length];
        for (int node = 0; node < community.length; node++) {
            numbered[node] = number[community[node]];
        }
        return new Partition(numbered, count);
    }
}
