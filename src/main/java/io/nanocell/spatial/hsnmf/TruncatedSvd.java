package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.numerics.RowKernel;
import io.nanocell.numerics.SymmetricEigen;
import java.util.SplittableRandom;

/// The leading singular values and right singular vectors by a randomised range finder with power iterations on XᵀX
/// (Halko, Martinsson and Tropp 2011, with ten columns of oversampling), then a Rayleigh–Ritz step.
///
/// @param values σ, descending, length rank
/// @param right V, n_genes × rank; in each column the entry of largest magnitude is positive
record TruncatedSvd(double[] values, DenseMatrix right) {

    private static final int OVERSAMPLING = 6;
    private static final int POWER_ITERATIONS = 7;
    private static final int MAX_CHUNKS = 64;
    private static final int BLOCK = 64;

    /// One pass over X per power iteration.
    static TruncatedSvd of(FloatCsrMatrix x, int rank, long seed) {
        int genes = x.columns();
        int width = Math.min(genes, rank + OVERSAMPLING);
        DenseMatrix basis = random(width, genes, seed);
        Orthonormal.rows(basis);
        DenseMatrix image = apply(x, basis);
        for (int i = 1; i < POWER_ITERATIONS; i++) {
            basis = image;
            Orthonormal.rows(basis);
            image = apply(x, basis);
        }
        double[] projected = new double[width * width]; // Qᵀ XᵀX Q, symmetric up to rounding
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                double dot = 0;
                for (int g = 0; g < genes; g++) {
                    dot += basis.get(a, g) * image.get(b, g);
                }
                projected[a * width + b] += dot / 2;
                projected[b * width + a] += dot / 2;
            }
        }
        return ritz(SymmetricEigen.of(new DenseMatrix(width, width, projected)), basis, rank);
    }

    private static DenseMatrix random(int rows, int columns, long seed) {
        var stream = new SplittableRandom(seed);
        double[] values = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = stream.nextDouble() - 0.5;
        }
        return new DenseMatrix(rows, columns, values);
    }

    /// @return (XᵀX Q)ᵀ where row c of `basis` is column c of Q
    private static DenseMatrix apply(FloatCsrMatrix x, DenseMatrix basis) {
        int width = basis.rows();
        PaddedMatrix q = PaddedMatrix.of(transposed(basis));
        int chunkSize = Math.max(1024, Math.ceilDiv(x.rows(), MAX_CHUNKS));
        PaddedMatrix[] partials = new PaddedMatrix[Parallel.chunkCount(x.rows(), chunkSize)];
        RowKernel kernel = RowKernel.forWork(100L * x.entries());
        Parallel.chunks(x.rows(), chunkSize, (chunk, from, to) -> {
            PaddedMatrix sum = PaddedMatrix.zeros(x.columns(), width);
            float[] products = new float[BLOCK * q.stride()];
            for (int start = from; start < to; start += BLOCK) {
                int end = Math.min(to, start + BLOCK);
                kernel.product(x, start, end, q, products);
                kernel.addTransposedProduct(x, start, end, products, 0, sum);
            }
            partials[chunk] = sum;
        });
        double[] image = new double[width * x.columns()];
        for (PaddedMatrix partial : partials) {
            for (int c = 0; c < width; c++) {
                for (int g = 0; g < x.columns(); g++) {
                    image[c * x.columns() + g] += partial.get(g, c);
                }
            }
        }
        return new DenseMatrix(width, x.columns(), image);
    }

    private static DenseMatrix transposed(DenseMatrix m) {
        double[] values = new double[m.values().length];
        for (int r = 0; r < m.rows(); r++) {
            for (int c = 0; c < m.columns(); c++) {
                values[c * m.rows() + r] = m.get(r, c);
            }
        }
        return new DenseMatrix(m.columns(), m.rows(), values);
    }

    private static TruncatedSvd ritz(SymmetricEigen eigen, DenseMatrix basis, int rank) {
        int genes = basis.columns();
        double[] values = new double[rank];
        double[] right = new double[genes * rank];
        for (int j = 0; j < rank; j++) {
            values[j] = Math.sqrt(Math.max(0, eigen.values()[j]));
            double extreme = 0;
            for (int g = 0; g < genes; g++) {
                double v = 0;
                for (int b = 0; b < basis.rows(); b++) {
                    v += eigen.vectors().get(b, j) * basis.get(b, g);
                }
                right[g * rank + j] = v;
                extreme = Math.abs(v) > Math.abs(extreme) ? v : extreme;
            }
            for (int g = 0; extreme < 0 && g < genes; g++) {
                right[g * rank + j] = -right[g * rank + j];
            }
        }
        return new TruncatedSvd(values, new DenseMatrix(genes, rank, right));
    }
}
