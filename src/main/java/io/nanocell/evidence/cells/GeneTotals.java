package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;

/// How many cells of a section show every gene, and the sum of its values. O(entries).
///
/// @param cells number of cells
/// @param detected cells with a value above 0, one per gene
/// @param sum of the log-normalised values, one per gene
public record GeneTotals(int cells, double[] detected, double[] sum) {

    private static final int CHUNK = 4096;

    /// @param expression cells × genes, log-normalised
    public static GeneTotals of(FloatCsrMatrix expression) {
        int genes = expression.columns();
        double[][] partials = new double[Parallel.chunkCount(expression.rows(), CHUNK)][];
        Parallel.chunks(expression.rows(), CHUNK, (chunk, from, to) -> {
            double[] partial = new double[2 * genes];
            for (int e = expression.rowStart()[from]; e < expression.rowStart()[to]; e++) {
                if (expression.values()[e] > 0) {
                    partial[expression.columnIndex()[e]]++;
                    partial[genes + expression.columnIndex()[e]] += expression.values()[e];
                }
            }
            partials[chunk] = partial;
        });
        double[] detected = new double[genes];
        double[] sum = new double[genes];
        for (double[] partial : partials) { // in chunk order
            for (int g = 0; g < genes; g++) {
                detected[g] += partial[g];
                sum[g] += partial[genes + g];
            }
        }
        return new GeneTotals(expression.rows(), detected, sum);
    }
}
