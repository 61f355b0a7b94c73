package io.nanocell.numerics;

/// A dense row-major matrix: entry (r, c) is `values[r * columns + c]`.
///
/// @param rows number of rows, ≥ 0
/// @param columns number of columns, ≥ 0
/// @param values shared with the caller, never copied; length rows × columns
public record DenseMatrix(int rows, int columns, double[] values) {

    public DenseMatrix {
        if (rows < 0 || columns < 0 || Math.multiplyExact(rows, columns) != values.length) {
            throw new IllegalArgumentException(
                    "a %d × %d matrix cannot have %d values".formatted(rows, columns, values.length));
        }
    }

    /// @return a matrix of these rows, copied
    /// @throws IllegalArgumentException if the rows differ in length
    public static DenseMatrix ofRows(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d values, row 0 has %d".formatted(r, rows[r].length, columns));
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new DenseMatrix(rows.length, columns, values);
    }

    /// @return entry (row, column)
    public double get(int row, int column) {
        return values[row * columns + column];
    }
}
