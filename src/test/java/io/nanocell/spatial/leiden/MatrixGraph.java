package io.nanocell.spatial.leiden;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.WeightedGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A symmetric matrix as a graph.
record MatrixGraph(CsrMatrix matrix) implements WeightedGraph {

    @Override
    public int nodes() {
        return matrix.rows();
    }

    @Override
    public double strength(int node) {
        double sum = 0;
        for (int e = matrix.rowStart()[node]; e < matrix.rowStart()[node + 1]; e++) {
            sum += matrix.values()[e];
        }
        return sum;
    }

    @Override
    public int degree(int node) {
        return matrix.rowStart()[node + 1] - matrix.rowStart()[node];
    }

    @Override
    public int neighbours(int node, int[] out) {
        System.arraycopy(matrix.columnIndex(), matrix.rowStart()[node], out, 0, degree(node));
        return degree(node);
    }

    @Override
    public void addTo(int node, int[] group, GroupWeights sums) {
        for (int e = matrix.rowStart()[node]; e < matrix.rowStart()[node + 1]; e++) {
            sums.add(group[matrix.columnIndex()[e]], matrix.values()[e]);
        }
    }

    @Override
    public double weightTo(int node, int[] group, int own) {
        return IntStream.range(matrix.rowStart()[node], matrix.rowStart()[node + 1])
                .filter(e -> group[matrix.columnIndex()[e]] == own)
                .mapToDouble(e -> matrix.values()[e])
                .sum();
    }

    @Override
    public double edgeWeight(int node) {
        return strength(node);
    }

    @Override
    public boolean isWithin(int node, int[] group, int own) {
        return Arrays.stream(matrix.columnIndex(), matrix.rowStart()[node], matrix.rowStart()[node + 1])
                .allMatch(other -> group[other] == own);
    }
}
