package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.WeightedGraph;
import java.util.Arrays;

/// Groups of nodes of a finer graph as nodes; weight within a group counts in its strength only.
///
/// The edges of node i are `e = rowStart[i] … rowStart[i + 1] − 1`.
record CoarseGraph(int[] rowStart, int[] neighbours, double[] weights, double[] strengths) implements WeightedGraph {

    private static final int CHUNK = 1024;

    static CoarseGraph of(WeightedGraph fine, Partition groups) {
        int n = groups.communities();
        Members members = Members.of(groups);
        int[] size = new int[n];
        double[] strengths = new double[n];
        int[][] chunkNeighbours = new int[Parallel.chunkCount(n, CHUNK)][];
        double[][] chunkWeights = new double[chunkNeighbours.length][];
        var scratch = new Scratch<>(() -> new GroupWeights(n));
        Parallel.chunks(n, CHUNK, (chunk, from, to) -> {
            GroupWeights sums = scratch.take();
            int[] other = new int[(to - from) * 16];
            double[] weight = new double[other.length];
            int count = 0;
            for (int group = from; group < to; group++) {
                for (int m = members.start()[group]; m < members.start()[group + 1]; m++) {
                    fine.addTo(members.node()[m], groups.community(), sums);
                    strengths[group] += fine.strength(members.node()[m]);
                }
                if (count + sums.count() > other.length) {
                    int length = Math.max(count + sums.count(), other.length + (other.length >> 1));
                    other = Arrays.copyOf(other, length);
                    weight = Arrays.copyOf(weight, length);
                }
                int before = count;
                for (int i = 0; i < sums.count(); i++) {
                    if (sums.group(i) != group) {
                        other[count] = sums.group(i);
                        weight[count++] = sums.weight(sums.group(i));
                    }
                }
                size[group] = count - before;
                sums.clear();
            }
            chunkNeighbours[chunk] = Arrays.copyOf(other, count);
            chunkWeights[chunk] = Arrays.copyOf(weight, count);
            scratch.giveBack(sums);
        });
        return joined(size, chunkNeighbours, chunkWeights, strengths);
    }

    private static CoarseGraph joined(int[] size, int[][] neighbours, double[][] weights, double[] strengths) {
        int[] rowStart = new int[size.length + 1];
        for (int i = 0; i < size.length; i++) {
            rowStart[i + 1] = Math.addExact(rowStart[i], size[i]);
        }
        var graph =
                new CoarseGraph(rowStart, new int[rowStart[size.length]], new double[rowStart[size.length]], strengths);
        for (int chunk = 0; chunk < neighbours.length; chunk++) {
            int at = rowStart[chunk * CHUNK];
            System.arraycopy(neighbours[chunk], 0, graph.neighbours, at, neighbours[chunk].length);
            System.arraycopy(weights[chunk], 0, graph.weights, at, weights[chunk].length);
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
        System.arraycopy(neighbours, rowStart[node], out, 0, degree(node));
        return degree(node);
    }

    @Override
    public void addTo(int node, int[] group, GroupWeights sums) {
        for (int e = rowStart[node]; e < rowStart[node + 1]; e++) {
            sums.add(group[neighbours[e]], weights[e]);
        }
    }
}
