package io.nanocell.ingest.quality;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Arrays;

/// Figures and selections of the rows of a count matrix.
public final class Rows {

    private Rows() {}

    /// @return sum of each row
    public static double[] totals(FloatCsrMatrix counts) {
        double[] totals = new double[counts.rows()];
        for (int row = 0; row < counts.rows(); row++) {
            double total = 0;
            for (int e = counts.rowStart()[row]; e < counts.rowStart()[row + 1]; e++) {
                total += counts.values()[e];
            }
            totals[row] = total;
        }
        return totals;
    }

    /// @return number of entries of each row
    public static double[] entries(FloatCsrMatrix counts) {
        double[] entries = new double[counts.rows()];
        Arrays.setAll(entries, row -> counts.rowStart()[row + 1] - counts.rowStart()[row]);
        return entries;
    }

    /// @return in how many of these rows each column has an entry
    public static int[] rowsWithColumn(FloatCsrMatrix counts, int[] rows) {
        int[] with = new int[counts.columns()];
        for (int row : rows) {
            for (int e = counts.rowStart()[row]; e < counts.rowStart()[row + 1]; e++) {
                with[counts.columnIndex()[e]]++;
            }
        }
        return with;
    }

    /// @param rows ascending
    /// @param column new index of each column, −1 for one that is dropped; ascending
    /// @param columns number of columns that stay
    /// @return a copy with these rows and columns
    public static FloatCsrMatrix select(FloatCsrMatrix counts, int[] rows, int[] column, int columns) {
        int[] rowStart = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            int kept = 0;
            for (int e = counts.rowStart()[rows[r]]; e < counts.rowStart()[rows[r] + 1]; e++) {
                kept += column[counts.columnIndex()[e]] < 0 ? 0 : 1;
            }
            rowStart[r + 1] = rowStart[r] + kept;
        }
        int[] index = new int[rowStart[rows.length]];
        float[] values = new float[index.length];
        int to = 0;
        for (int row : rows) {
            for (int e = counts.rowStart()[row]; e < counts.rowStart()[row + 1]; e++) {
                int target = column[counts.columnIndex()[e]];
                if (target >= 0) {
                    index[to] = target;
                    values[to++] = counts.values()[e];
                }
            }
        }
        return new FloatCsrMatrix(rows.length, columns, rowStart, index, values);
    }
}
