package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;

/// Gram–Schmidt, each vector twice ("twice is enough", Parlett).
final class Orthonormal {

    private Orthonormal() {}

    /// Makes the rows orthonormal in place; a row that depends on earlier ones becomes zero.
    static void rows(DenseMatrix m) {
        for (int r = 0; r < m.rows(); r++) {
            double before = Math.sqrt(dot(m, r, r));
            for (int pass = 0; pass < 2; pass++) {
                for (int earlier = 0; earlier < r; earlier++) {
                    add(m, r, -dot(m, r, earlier), earlier);
                }
            }
            double norm = Math.sqrt(dot(m, r, r));
            scale(m, r, norm > 1e-12 * before ? 1 / norm : 0);
        }
    }

    private static double dot(DenseMatrix m, int a, int b) {
        double sum = 0;
        for (int c = 0; c < m.columns(); c++) {
            sum += m.get(a, c) * m.get(b, c);
        }
        return sum;
    }

    private static void add(DenseMatrix m, int row, double factor, int other) {
        int columns = m.columns();
        for (int c = 0; c < columns; c++) {
            m.values()[row * columns + c] += factor * m.values()[other * columns + c];
        }
    }

    private static void scale(DenseMatrix m, int row, double factor) {
        for (int c = 0; c < m.columns(); c++) {
            m.values()[row * m.columns() + c] *= factor;
        }
    }
}
