package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// Mean and standard deviation of every gene over all cells, zeros included. O(entries) in time.
final class GeneScales {

    private static final int CHUNK = 2048;

    private final double[] mean;
    private final double[] variance;

    GeneScales(FloatCsrMatrix expression) {
        int genes = expression.columns();
        double[][] sums = new double[Parallel.chunkCount(expression.rows(), CHUNK)][];
        Parallel.chunks(expression.rows(), CHUNK, (chunk, from, to) -> {
            double[] partial = new double[2 * genes];
            for (int e = expression.rowStart()[from]; e < expression.rowStart()[to]; e++) {
                double x = expression.values()[e];
                partial[2 * expression.columnIndex()[e]] += x;
                partial[2 * expression.columnIndex()[e] + 1] += x * x;
            }
            sums[chunk] = partial;
        });
        double[] total = new double[2 * genes];
        for (double[] partial : sums) { // in chunk order
            Arrays.setAll(total, i -> total[i] + partial[i]);
        }
        mean = new double[genes];
        variance = new double[genes];
        for (int gene = 0; gene < genes; gene++) {
            mean[gene] = total[2 * gene] / expression.rows();
            variance[gene] = total[2 * gene + 1] / expression.rows() - mean[gene] * mean[gene];
        }
    }

    double mean(int gene) {
        return mean[gene];
    }

    /// @param genes of the group that the gene's z is averaged over
    /// @return 1 / (sd · genes), 0 for a gene that does not vary
    double weight(int gene, int genes) {
        return variance[gene] > 0 ? 1 / (Math.sqrt(variance[gene]) * genes) : 0;
    }
}
