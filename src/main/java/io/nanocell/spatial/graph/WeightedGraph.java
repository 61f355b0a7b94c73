package io.nanocell.spatial.graph;

/// An undirected graph with positive edge weights, as community detection reads it.
public interface WeightedGraph {

    /// @return number of nodes, 0 … nodes − 1
    int nodes();

    /// @return Σ of the weights at a node, a self-loop counted twice
    double strength(int node);

    /// @return number of neighbours of a node, at most; one may be listed twice
    int degree(int node);

    /// Lists the neighbours of a node.
    ///
    /// @param out the neighbours, from index 0 on
    /// @return how many were written
    int neighbours(int node, int[] out);

    /// Adds the weight of every edge of `node`, self-loops aside, to the group of its other end.
    ///
    /// @param group of every node
    void addTo(int node, int[] group, GroupWeights sums);

    /// @param group of every node
    /// @return Σ of the weights of the edges of `node` that end in group `own`, self-loops aside
    double weightTo(int node, int[] group, int own);

    /// @return Σ of the weights of a node's edges, self-loops aside
    double edgeWeight(int node);

    /// @param group of every node
    /// @return whether all neighbours of `node` are in group `own`
    boolean isWithin(int node, int[] group, int own);
}
