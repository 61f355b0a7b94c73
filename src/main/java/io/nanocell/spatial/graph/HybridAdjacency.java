package io.nanocell.spatial.graph;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// The spatial and the feature graph mixed, A + Aᵀ with A = N(α·N(A_s) + (1 − α)·N(A_f)) and N the row normalisation.
///
/// A is never formed. A row of it is the rows of A_s and A_f times one number each, `spatialScale` and `featureScale`,
/// and A_s and A_f are symmetric, so an edge of A + Aᵀ weighs A_s(i, j)·(sᵢ + sⱼ) + A_f(i, j)·(fᵢ + fⱼ). A row of zeros
/// stays one. Memory: three numbers per node.
public final class HybridAdjacency implements WeightedGraph {

    private static final int CHUNK = 2048;

    private final SpatialGraph spatial;
    private final FuzzyNeighbourGraph feature;
    private final double[] spatialScale;
    private final double[] featureScale;
    private final double[] strength;

    /// @param alpha share of the spatial graph, 0..1
    /// @throws IllegalArgumentException if the graphs differ in size or alpha is outside 0..1
    public HybridAdjacency(SpatialGraph spatial, FuzzyNeighbourGraph feature, double alpha) {
        if (spatial.nodes() != feature.nodes() || !(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("cannot mix graphs of %d and %d cells with alpha %s"
                    .formatted(spatial.nodes(), feature.nodes(), alpha));
        }
        this.spatial = spatial;
        this.feature = feature;
        int n = spatial.nodes();
        spatialScale = new double[n];
        featureScale = new double[n];
        strength = new double[n];
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                double near = spatial.degree(i);
                double alike = feature.degree(i);
                double row = (near > 0 ? alpha : 0) + (alike > 0 ? 1 - alpha : 0);
                spatialScale[i] = near > 0 && alpha > 0 ? alpha / near / row : 0;
                featureScale[i] = alike > 0 && alpha < 1 ? (1 - alpha) / alike / row : 0;
            }
        });
        int[] together = new int[n];
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                strength[i] = weightTo(i, together, 0);
            }
        });
    }

    @Override
    public int nodes() {
        return strength.length;
    }

    @Override
    public double strength(int node) {
        return strength[node];
    }

    @Override
    public int degree(int node) {
        int[] near = spatial.rowStart();
        int[] alike = feature.rowStart();
        return near[node + 1] - near[node] + alike[node + 1] - alike[node];
    }

    @Override
    public int neighbours(int node, int[] out) {
        int near = spatial.rowStart()[node + 1] - spatial.rowStart()[node];
        int alike = feature.rowStart()[node + 1] - feature.rowStart()[node];
        System.arraycopy(spatial.neighbours(), spatial.rowStart()[node], out, 0, near);
        System.arraycopy(feature.neighbours(), feature.rowStart()[node], out, near, alike);
        return near + alike;
    }

    @Override
    public void addTo(int node, int[] group, GroupWeights sums) {
        int[] near = spatial.neighbours();
        int nearEnd = spatial.nearEnd()[node];
        addSpatial(node, near, spatial.rowStart()[node], nearEnd, spatial.nearWeight(), group, sums);
        addSpatial(node, near, nearEnd, spatial.rowStart()[node + 1], spatial.farWeight(), group, sums);
        double own = featureScale[node];
        for (int e = feature.rowStart()[node]; e < feature.rowStart()[node + 1]; e++) {
            int other = feature.neighbours()[e];
            double weight = feature.weights()[e] * (own + featureScale[other]);
            if (weight > 0) {
                sums.add(group[other], weight);
            }
        }
    }

    @Override
    public double edgeWeight(int node) {
        return strength[node];
    }

    @Override
    public boolean isWithin(int node, int[] group, int own) {
        return areWithin(spatial.neighbours(), spatial.rowStart()[node], spatial.rowStart()[node + 1], group, own)
                && areWithin(feature.neighbours(), feature.rowStart()[node], feature.rowStart()[node + 1], group, own);
    }

    private static boolean areWithin(int[] neighbours, int from, int to, int[] group, int own) {
        for (int e = from; e < to; e++) {
            if (group[neighbours[e]] != own) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double weightTo(int node, int[] group, int own) {
        int start = spatial.rowStart()[node];
        int nearEnd = spatial.nearEnd()[node];
        double sum = spatialWeightTo(node, start, nearEnd, spatial.nearWeight(), group, own)
                + spatialWeightTo(node, nearEnd, spatial.rowStart()[node + 1], spatial.farWeight(), group, own);
        for (int e = feature.rowStart()[node]; e < feature.rowStart()[node + 1]; e++) {
            int other = feature.neighbours()[e];
            double weight = feature.weights()[e] * (featureScale[node] + featureScale[other]);
            sum += group[other] == own ? weight : 0;
        }
        return sum;
    }

    private double spatialWeightTo(int node, int from, int to, double weight, int[] group, int own) {
        int[] neighbours = spatial.neighbours();
        int count = 0;
        double scales = 0;
        for (int e = from; e < to; e++) {
            int other = neighbours[e];
            boolean counts = group[other] == own;
            count += counts ? 1 : 0;
            scales += counts ? spatialScale[other] : 0;
        }
        return weight * (count * spatialScale[node] + scales);
    }

    private void addSpatial(
            int node, int[] neighbours, int from, int to, double weight, int[] group, GroupWeights sums) {
        double own = spatialScale[node];
        if (weight > 0 && own > 0) {
            for (int e = from; e < to; e++) {
                int other = neighbours[e];
                sums.add(group[other], weight * (own + spatialScale[other]));
            }
        }
    }

    /// @return A + Aᵀ in full, for small graphs
    public CsrMatrix matrix() {
        int n = nodes();
        int[] self = NearestNeighbours.rowNumbers(n);
        var sums = new GroupWeights(n);
        int[] rowStart = new int[n + 1];
        int[] columns = new int[spatial.neighbours().length + feature.neighbours().length];
        double[] values = new double[columns.length];
        for (int i = 0; i < n; i++) {
            addTo(i, self, sums);
            int[] row = new int[sums.count()];
            Arrays.setAll(row, sums::group);
            Arrays.sort(row);
            int at = rowStart[i];
            for (int j = 0; j < row.length; j++) {
                columns[at + j] = row[j];
                values[at + j] = sums.weight(row[j]);
            }
            rowStart[i + 1] = at + row.length;
            sums.clear();
        }
        return new CsrMatrix(n, n, rowStart, Arrays.copyOf(columns, rowStart[n]), Arrays.copyOf(values, rowStart[n]));
    }
}
