package io.nanocell.numerics;

/// The invariants that the sparse matrices share.
final class CsrShape {

    private CsrShape() {}

    /// @throws IllegalArgumentException if offsets, columns and values do not describe a rows × columns matrix
    static void check(int rows, int columns, int[] rowStart, int[] columnIndex, int values) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("a matrix cannot be %d × %d".formatted(rows, columns));
        }
        if (rowStart.length != rows + 1) {
            throw new IllegalArgumentException(
                    "%d rows need %d offsets, got %d".formatted(rows, rows + 1, rowStart.length));
        }
        if (rowStart[0] != 0 || rowStart[rows] != columnIndex.length || values != columnIndex.length) {
            throw new IllegalArgumentException("offsets run from %d to %d, but there are %d columns and %d values"
                    .formatted(rowStart[0], rowStart[rows], columnIndex.length, values));
        }
        for (int row = 0; row < rows; row++) {
            checkRow(row, rowStart[row], rowStart[row + 1], columns, columnIndex);
        }
    }

    private static void checkRow(int row, int from, int to, int columns, int[] columnIndex) {
        if (to < from) {
            throw new IllegalArgumentException("row %d ends at %d before it starts at %d".formatted(row, to, from));
        }
        int last = -1;
        for (int e = from; e < to; e++) {
            int column = columnIndex[e];
            if (column <= last || column >= columns) {
                throw new IllegalArgumentException(
                        "row %d has column %d after %d, of %d columns".formatted(row, column, last, columns));
            }
            last = column;
        }
    }
}
