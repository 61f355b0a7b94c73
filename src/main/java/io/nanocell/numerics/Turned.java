package io.nanocell.numerics;

/// Some rows of a padded matrix turned so that a lane is a row: component c of row q is `turned[c * lanes +
/// q]`.
final class Turned {

    private Turned() {}

    /// Reads `rows` rows from index `at` on; lanes without a row become zero.
    static void read(float[] m, int at, int stride, int rows, int columns, float[] turned, int lanes) {
        for (int q = 0; q < lanes; q++) {
            for (int c = 0; c < columns; c++) {
                turned[c * lanes + q] = q < rows ? m[at + q * stride + c] : 0;
            }
        }
    }

    /// Writes `rows` rows back to index `at`.
    static void write(float[] turned, int lanes, float[] m, int at, int stride, int rows, int columns) {
        for (int q = 0; q < rows; q++) {
            for (int c = 0; c < columns; c++) {
                m[at + q * stride + c] = turned[c * lanes + q];
            }
        }
    }
}
