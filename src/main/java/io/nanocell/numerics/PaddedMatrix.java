package io.nanocell.numerics;

/// A dense row-major matrix of floats with rows padded by zeros: entry (r, c) is `values[r * stride + c]`.
///
/// The stride is the next multiple of sixteen, the lanes of a 512-bit vector, so a row is read as whole
/// vectors. The padding stays zero.
///
/// @param rows number of rows, ≥ 0
/// @param columns number of columns, ≥ 1
/// @param stride floats from one row to the next, a multiple of 16, ≥ columns
/// @param values shared with the caller, never copied; length rows × stride
public record PaddedMatrix(int rows, int columns, int stride, float[] values) {

    public PaddedMatrix {
        if (rows < 0 || columns < 1 || stride != strideFor(columns)) {
            throw new IllegalArgumentException(
                    "a %d × %d matrix cannot have rows of %d floats".formatted(rows, columns, stride));
        }
        if (Math.multiplyExact(rows, stride) != values.length) {
            throw new IllegalArgumentException(
                    "%d rows of %d floats cannot have %d values".formatted(rows, stride, values.length));
        }
    }

    /// @return a matrix of zeros
    public static PaddedMatrix zeros(int rows, int columns) {
        int stride = strideFor(columns);
        return new PaddedMatrix(rows, columns, stride, new float[Math.multiplyExact(rows, stride)]);
    }

    /// @return the same numbers as floats
    public static PaddedMatrix of(DenseMatrix matrix) {
        PaddedMatrix padded = zeros(matrix.rows(), matrix.columns());
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                padded.values[r * padded.stride + c] = (float) matrix.get(r, c);
            }
        }
        return padded;
    }

    /// @return floats from one row to the next in a matrix of so many columns
    public static int strideFor(int columns) {
        return Math.ceilDiv(columns, 16) * 16;
    }

    /// @return entry (row, column)
    public float get(int row, int column) {
        return values[row * stride + column];
    }

    /// @return a copy whose row r is row `source[r]` of this matrix
    public PaddedMatrix gather(int[] source) {
        PaddedMatrix gathered = zeros(source.length, columns);
        Parallel.forEach(
                source.length, r -> System.arraycopy(values, source[r] * stride, gathered.values, r * stride, stride));
        return gathered;
    }
}
