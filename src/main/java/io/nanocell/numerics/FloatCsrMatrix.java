package io.nanocell.numerics;

/// A sparse matrix of floats in compressed row form: the shape of expression data, cells × genes.
///
/// The entries of row r are `e = rowStart[r] … rowStart[r + 1] − 1`, at column `columnIndex[e]` with value
/// `values[e]`. Columns of a row ascend strictly. Arrays are shared with the caller, never copied: who hands
/// them over stops writing.
///
/// @param rows number of rows, ≥ 0
/// @param columns number of columns, ≥ 0
/// @param rowStart offsets of the rows, length rows + 1
/// @param columnIndex column of every entry
/// @param values value of every entry, as long as `columnIndex`
public record FloatCsrMatrix(int rows, int columns, int[] rowStart, int[] columnIndex, float[] values) {

    public FloatCsrMatrix {
        CsrShape.check(rows, columns, rowStart, columnIndex, values.length);
    }

    /// @return number of stored entries
    public int entries() {
        return columnIndex.length;
    }
}
