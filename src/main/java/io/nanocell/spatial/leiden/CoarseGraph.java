package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.WeightedGraph;
import java.util.Arrays;

/// Groups of nodes of a finer graph as nodes; weight within a group counts in its strength only.
///
/// Node i is in chunk `i / 1024`; its edges are `e = rowStart[i] … rowStart[i + 1] − 1`, counted from the first of
/// the chunk, so edges are written once and stay where they are. Weights are rounded to floats: there are nearly as
/// many edges as in the finest graph, and this is the moment at which a job holds most.
record CoarseGraph(int[] rowStart, int[][] neighbours, float[][] weights, double[] strengths) implements WeightedGraph {

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    static CoarseGraph of(WeightedGraph fine, Partition groups) {
        int n = groups.communities();
        Members members = Members.of(groups);
        int[] size = new int[n];
        int chunks = Parallel.chunkCount(n, CHUNK);
        var graph = new CoarseGraph(new int[n + 1], new int[chunks][], new float[chunks][], new double[n]);
        var scratch = new Scratch<>(() -> new EdgeBuffer(n));
        Parallel.chunks(n, CHUNK, (chunk, from, to) -> {
            EdgeBuffer edges = scratch.take();
            for (int group = from; group < to; group++) {
                for (int m = members.start()[group]; m < members.start()[group + 1]; m++) {
                    fine.addTo(members.node()[m], groups.community(), edges.sums);
                    graph.strengths[group] += fine.strength(members.node()[m]);
                }
                size[group] = edges.takeAllBut(group);
            }
            graph.neighbours[chunk] = Arrays.copyOf(edges.other, edges.count);
            graph.weights[chunk] = Arrays.copyOf(edges.weight, edges.count);
            edges.count = 0;
            scratch.giveBack(edges);
        });
        for (int i = 0; i < n; i++) {
            graph.rowStart[i + 1] = Math.addExact(graph.rowStart[i], size[i]);
        }
        return graph;
    }

    @Override
    public int nodes() {
        return strengths.length;
    }

    @Override
    public double strength(int node) {
        return strengths[node];
    }

    @Override
    public int degree(int node) {
        return rowStart[node + 1] - rowStart[node];
    }

    @Override
    public int neighbours(int node, int[] out) {
        System.arraycopy(neighbours[node >> CHUNK_BITS], first(node), out, 0, degree(node));
        return degree(node);
    }

    @Override
    public void addTo(int node, int[] group, GroupWeights sums) {
        int[] other = neighbours[node >> CHUNK_BITS];
        float[] weight = weights[node >> CHUNK_BITS];
        int from = first(node);
        for (int e = from; e < from + degree(node); e++) {
            sums.add(group[other[e]], weight[e]);
        }
    }

    @Override
    public double weightTo(int node, int[] group, int own) {
        int[] other = neighbours[node >> CHUNK_BITS];
        float[] weight = weights[node >> CHUNK_BITS];
        double sum = 0;
        for (int e = first(node); e < first(node) + degree(node); e++) {
            sum += group[other[e]] == own ? weight[e] : 0;
        }
        return sum;
    }

    @Override
    public double edgeWeight(int node) {
        float[] weight = weights[node >> CHUNK_BITS];
        double sum = 0;
        for (int e = first(node); e < first(node) + degree(node); e++) {
            sum += weight[e];
        }
        return sum;
    }

    @Override
    public boolean isWithin(int node, int[] group, int own) {
        int[] other = neighbours[node >> CHUNK_BITS];
        for (int e = first(node); e < first(node) + degree(node); e++) {
            if (group[other[e]] != own) {
                return false;
            }
        }
        return true;
    }

    /// @return where the edges of a node start in its chunk
    private int first(int node) {
        return rowStart[node] - rowStart[node >> CHUNK_BITS << CHUNK_BITS];
    }

    /// Edges of the chunk at work.
    private static final class EdgeBuffer {

        final GroupWeights sums;
        int[] other = new int[CHUNK * 16];
        float[] weight = new float[CHUNK * 16];
        int count;

        EdgeBuffer(int groups) {
            sums = new GroupWeights(groups);
        }

        /// Moves the sums of a group to its edges.
        ///
        /// @return how many edges it has
        int takeAllBut(int group) {
            if (count + sums.count() > other.length) {
                int length = Math.max(count + sums.count(), other.length + (other.length >> 1));
                other = Arrays.copyOf(other, length);
                weight = Arrays.copyOf(weight, length);
            }
            int before = count;
            for (int i = 0; i < sums.count(); i++) {
                if (sums.group(i) != group) {
                    other[count] = sums.group(i);
                    weight[count++] = (float) sums.weight(sums.group(i));
                }
            }
            sums.clear();
            return count - before;
        }
    }
}
