package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.numerics.RowKernel;

/// The start of the descent: NNDSVD (Boutsidis and Gallopoulos 2008) with zeros filled by the mean of X ("a").
///
/// Each singular pair u σ vᵀ is split into its positive and negative part; the part with the larger product of norms
/// becomes a factor. The first pair is of one sign (Perron–Frobenius) and taken whole. What is below 1e-6 becomes the
/// mean, as in scikit-learn. A pair with σ = 0 gives a factor of means.
///
/// @param rank number of factors
/// @param seed of the randomised SVD
record Nndsvda(int rank, long seed) {

    private static final double EPSILON = 1e-6;
    private static final int CHUNK = 4096;
    private static final int BLOCK = 256;

    /// @throws IllegalArgumentException if `expression` has fewer rows or columns than `rank`
    NmfStart start(FloatCsrMatrix expression) {
        if (rank > expression.rows() || rank > expression.columns()) {
            throw new IllegalArgumentException("rank %d needs as many cells and genes, got %d × %d"
                    .formatted(rank, expression.rows(), expression.columns()));
        }
        TruncatedSvd svd = TruncatedSvd.of(expression, rank, seed);
        PaddedMatrix cells = project(expression, svd.right());
        double mean = mean(expression);
        double[] genes = svd.right().values().clone();
        for (int factor = 0; factor < rank; factor++) {
            Part part = strongerPart(factor, svd.values()[factor], cells, svd.right());
            fill(cells, factor, part, (float) mean);
            for (int i = factor; i < genes.length; i += rank) {
                double v = part.of(genes[i]) * part.geneScale;
                genes[i] = v < EPSILON ? mean : v;
            }
        }
        return new NmfStart(cells, new DenseMatrix(expression.columns(), rank, genes));
    }

    /// @return X V = U Σ
    private PaddedMatrix project(FloatCsrMatrix x, DenseMatrix right) {
        PaddedMatrix cells = PaddedMatrix.zeros(x.rows(), rank);
        PaddedMatrix v = PaddedMatrix.of(right);
        RowKernel kernel = RowKernel.forWork(x.entries());
        Parallel.chunks(x.rows(), BLOCK, (_, from, to) -> {
            float[] products = new float[(to - from) * v.stride()];
            kernel.product(x, from, to, v, products);
            System.arraycopy(products, 0, cells.values(), from * v.stride(), products.length);
        });
        return cells;
    }

    /// Which sign of a singular pair is kept (0: both, as magnitudes) and by what its two sides are scaled. The cell
    /// side is uσ, the gene side v.
    private record Part(int sign, double cellScale, double geneScale) {

        double of(double value) {
            return sign == 0 ? Math.abs(value) : Math.max(0, sign * value);
        }
    }

    private static Part strongerPart(int factor, double sigma, PaddedMatrix cells, DenseMatrix right) {
        if (!(sigma > 0)) {
            return new Part(0, 0, 0);
        }
        if (factor == 0) {
            return new Part(0, Math.sqrt(sigma) / sigma, Math.sqrt(sigma));
        }
        double[] cellNorms = new double[2]; // of the positive and of the negative part of u
        for (int i = factor; i < cells.values().length; i += cells.stride()) {
            double u = cells.values()[i] / sigma;
            cellNorms[u > 0 ? 0 : 1] += u * u;
        }
        double[] geneNorms = new double[2];
        for (int i = factor; i < right.values().length; i += right.columns()) {
            double v = right.values()[i];
            geneNorms[v > 0 ? 0 : 1] += v * v;
        }
        double positive = Math.sqrt(cellNorms[0]) * Math.sqrt(geneNorms[0]);
        double negative = Math.sqrt(cellNorms[1]) * Math.sqrt(geneNorms[1]);
        if (!(Math.max(positive, negative) > 0)) {
            return new Part(0, 0, 0);
        }
        int side = positive > negative ? 0 : 1;
        double length = Math.sqrt(sigma * Math.max(positive, negative));
        return new Part(
                side == 0 ? 1 : -1, length / Math.sqrt(cellNorms[side]) / sigma, length / Math.sqrt(geneNorms[side]));
    }

    private static void fill(PaddedMatrix cells, int factor, Part part, float mean) {
        Parallel.forEach(cells.rows(), cell -> {
            int i = cell * cells.stride() + factor;
            double w = part.of(cells.values()[i]) * part.cellScale;
            cells.values()[i] = w < EPSILON ? mean : (float) w;
        });
    }

    private static double mean(FloatCsrMatrix x) {
        double[] sums = new double[Parallel.chunkCount(x.rows(), CHUNK)];
        Parallel.chunks(x.rows(), CHUNK, (chunk, from, to) -> {
            for (int e = x.rowStart()[from]; e < x.rowStart()[to]; e++) {
                sums[chunk] += x.values()[e];
            }
        });
        double sum = 0;
        for (double s : sums) {
            sum += s;
        }
        return sum / ((double) x.rows() * x.columns());
    }
}
