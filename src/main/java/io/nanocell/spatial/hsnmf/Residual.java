package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;

/// ‖X‖² and ‖X − WH‖² = ‖X‖² − 2⟨X, WH⟩ + ⟨WᵀW, HHᵀ⟩, in doubles, without forming WH.
final class Residual {

    private static final int CHUNK = 4096;

    private Residual() {}

    static double squaredNorm(FloatCsrMatrix expression) {
        double[] sums = new double[Parallel.chunkCount(expression.rows(), CHUNK)];
        Parallel.chunks(expression.rows(), CHUNK, (chunk, from, to) -> {
            double sum = 0;
            for (int e = expression.rowStart()[from]; e < expression.rowStart()[to]; e++) {
                double v = expression.values()[e];
                sum += v * v;
            }
            sums[chunk] = sum;
        });
        return inOrder(sums);
    }

    /// @param total ‖X‖²
    static double squared(FloatCsrMatrix expression, double total, PaddedMatrix cells, GeneSweep genes) {
        double[] sums = new double[Parallel.chunkCount(expression.rows(), CHUNK)];
        DenseMatrix gram = genes.exactGram();
        Parallel.chunks(expression.rows(), CHUNK, (chunk, from, to) -> {
            double sum = 0;
            for (int cell = from; cell < to; cell++) {
                sum += modelMinusTwiceCross(expression, cell, cells, genes.factors(), gram);
            }
            sums[chunk] = sum;
        });
        return Math.max(0, total + inOrder(sums));
    }

    private static double modelMinusTwiceCross(
            FloatCsrMatrix expression, int cell, PaddedMatrix cells, DenseMatrix genes, DenseMatrix gram) {
        int rank = cells.columns();
        double sum = 0;
        for (int e = expression.rowStart()[cell]; e < expression.rowStart()[cell + 1]; e++) {
            int gene = expression.columnIndex()[e] * rank;
            double fitted = 0;
            for (int c = 0; c < rank; c++) {
                fitted += cells.get(cell, c) * genes.values()[gene + c];
            }
            sum -= 2 * expression.values()[e] * fitted;
        }
        for (int a = 0; a < rank; a++) {
            double product = 0;
            for (int b = 0; b < rank; b++) {
                product += gram.get(a, b) * cells.get(cell, b);
            }
            sum += cells.get(cell, a) * product;
        }
        return sum;
    }

    private static double inOrder(double[] sums) {
        double sum = 0;
        for (double v : sums) {
            sum += v;
        }
        return sum;
    }
}
