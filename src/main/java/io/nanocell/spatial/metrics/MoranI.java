package io.nanocell.spatial.metrics;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.numerics.RowKernel;
import io.nanocell.spatial.graph.SpatialGraph;
import java.util.Arrays;

/// Moran's I, (n / Σw) · Σᵢⱼ wᵢⱼ zᵢ zⱼ / Σᵢ zᵢ² with z the centred values (Moran 1950), over the spatial graph.
///
/// A vector without variance, and a graph without edges, has I = 0 by definition here. The numerator over the
/// genes is summed over every cell up to 10,000 cells, beyond over every m-th cell by position with all its
/// neighbours, scaled up: an estimate whose cost does not grow with the section.
public final class MoranI {

    private static final int CHUNK = 256;
    private static final int MAX_LAGS = 10_000;

    private final SpatialGraph graph;
    private final double totalWeight;

    public MoranI(SpatialGraph graph) {
        this.graph = graph;
        double sum = 0;
        for (int p = 0; p < graph.nodes(); p++) {
            sum += graph.degree(p);
        }
        totalWeight = sum;
    }

    /// @param values one row per position
    /// @return I of every column
    public double[] ofColumns(PaddedMatrix values) {
        int columns = values.columns();
        double[] mean = new double[columns];
        double[] square = new double[columns];
        for (int c = 0; c < columns; c++) {
            for (int p = 0; p < values.rows(); p++) {
                mean[c] += (double) values.get(p, c) / values.rows();
            }
            for (int p = 0; p < values.rows(); p++) {
                double z = values.get(p, c) - mean[c];
                square[c] += z * z;
            }
        }
        double[][] products = new double[Parallel.chunkCount(values.rows(), CHUNK)][columns];
        RowKernel kernel = RowKernel.forWork(10L * graph.neighbours().length);
        Parallel.chunks(values.rows(), CHUNK, (chunk, from, to) -> {
            float[] near = new float[values.stride()];
            float[] far = new float[values.stride()];
            for (int p = from; p < to; p++) {
                kernel.sum(values, graph.neighbours(), graph.rowStart()[p], graph.nearEnd()[p], near);
                kernel.sum(values, graph.neighbours(), graph.nearEnd()[p], graph.rowStart()[p + 1], far);
                double degree = graph.degree(p);
                for (int c = 0; c < columns; c++) {
                    double lag = graph.nearWeight() * near[c] + graph.farWeight() * far[c] - degree * mean[c];
                    products[chunk][c] += lag * (values.get(p, c) - mean[c]);
                }
            }
        });
        double[] moran = new double[columns];
        for (int c = 0; c < columns; c++) {
            for (double[] product : products) {
                moran[c] += product[c];
            }
            moran[c] = ratio(moran[c], square[c], values.rows(), isConstant(square[c], mean[c], values.rows()));
        }
        return moran;
    }

    /// @param expression cells × genes, sparse
    /// @param cellAt row of `expression` for every position
    /// @return I of every gene
    public double[] ofGenes(FloatCsrMatrix expression, int[] cellAt) {
        int genes = expression.columns();
        int n = expression.rows();
        int step = Math.ceilDiv(n, MAX_LAGS);
        int lags = Math.ceilDiv(n, Math.max(1, step));
        double[][] moments = moments(expression);
        int chunkSize = Math.max(CHUNK, Math.ceilDiv(lags, 64));
        double[][] products = new double[Parallel.chunkCount(lags, chunkSize)][];
        Parallel.chunks(lags, chunkSize, (chunk, from, to) -> {
            var sums = new LagSums(genes);
            for (int i = from; i < to; i++) {
                sums.add(i * step, expression, cellAt);
            }
            products[chunk] = sums.centred(moments[0]);
        });
        double[] moran = new double[genes];
        for (int g = 0; g < genes; g++) {
            for (double[] product : products) {
                moran[g] += product[g];
            }
            double square = moments[1][g];
            moran[g] = ratio(moran[g] * n / lags, square, n, isConstant(square, moments[0][g], n));
        }
        return moran;
    }

    private double weight(int p, int e) {
        return e < graph.nearEnd()[p] ? graph.nearWeight() : graph.farWeight();
    }

    /// Rounding leaves a trace of variance in equal values.
    private static boolean isConstant(double square, double mean, int n) {
        return square <= 1e-12 * mean * mean * n;
    }

    private double ratio(double product, double square, int n, boolean constant) {
        return constant || totalWeight == 0 ? 0 : n / totalWeight * product / square;
    }

    /// @return mean of every gene, and Σ(x − mean)² of every gene
    private static double[][] moments(FloatCsrMatrix x) {
        double[] mean = new double[x.columns()];
        double[] square = new double[x.columns()];
        for (int e = 0; e < x.entries(); e++) {
            double v = x.values()[e];
            mean[x.columnIndex()[e]] += v;
            square[x.columnIndex()[e]] += v * v;
        }
        for (int g = 0; g < mean.length; g++) {
            mean[g] /= x.rows();
            square[g] -= mean[g] * mean[g] * x.rows();
        }
        return new double[][] {mean, square};
    }

    /// Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ = Σ xᵢLᵢ − m ΣLᵢ − m Σ xᵢdᵢ + m² Σdᵢ with Lᵢ = Σⱼ wᵢⱼ xⱼ and dᵢ = Σⱼ wᵢⱼ: zeros of x
    /// cost nothing.
    private final class LagSums {

        private final double[] lag;
        private final double[] valueTimesLag;
        private final double[] lags;
        private final double[] valueTimesDegree;
        private double degrees;

        LagSums(int genes) {
            lag = new double[genes];
            valueTimesLag = new double[genes];
            lags = new double[genes];
            valueTimesDegree = new double[genes];
        }

        void add(int p, FloatCsrMatrix x, int[] cellAt) {
            Arrays.fill(lag, 0);
            for (int e = graph.rowStart()[p]; e < graph.rowStart()[p + 1]; e++) {
                int cell = cellAt[graph.neighbours()[e]];
                double weight = weight(p, e);
                for (int i = x.rowStart()[cell]; i < x.rowStart()[cell + 1]; i++) {
                    lag[x.columnIndex()[i]] += weight * x.values()[i];
                }
            }
            double degree = graph.degree(p);
            degrees += degree;
            for (int g = 0; g < lag.length; g++) {
                lags[g] += lag[g];
            }
            int cell = cellAt[p];
            for (int i = x.rowStart()[cell]; i < x.rowStart()[cell + 1]; i++) {
                int g = x.columnIndex()[i];
                valueTimesLag[g] += x.values()[i] * lag[g];
                valueTimesDegree[g] += x.values()[i] * degree;
            }
        }

        double[] centred(double[] mean) {
            double[] product = new double[lag.length];
            for (int g = 0; g < product.length; g++) {
                double m = mean[g];
                product[g] = valueTimesLag[g] - m * lags[g] - m * valueTimesDegree[g] + m * m * degrees;
            }
            return product;
        }
    }
}
