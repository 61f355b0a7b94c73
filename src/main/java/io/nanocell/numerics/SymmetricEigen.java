package io.nanocell.numerics;

/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, 8.5).
///
/// @param values eigenvalues, descending
/// @param vectors eigenvector of value j in column j, orthonormal
public record SymmetricEigen(double[] values, DenseMatrix vectors) {

    private static final int MAX_SWEEPS = 60;

    /// Time O(n³) per sweep, about ten sweeps. The lower triangle is not read.
    public static SymmetricEigen of(DenseMatrix matrix) {
        int n = matrix.rows();
        double[] a = matrix.values().clone();
        double[] v = new double[n * n];
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
            for (int j = 0; j < i; j++) {
                a[i * n + j] = a[j * n + i];
            }
        }
        for (int sweep = 0; sweep < MAX_SWEEPS && !diagonal(a, n); sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, n, p, q);
                }
            }
        }
        return sorted(a, v, n);
    }

    private static boolean diagonal(double[] a, int n) {
        double off = 0;
        double on = 0;
        for (int p = 0; p < n; p++) {
            on += a[p * n + p] * a[p * n + p];
            for (int q = p + 1; q < n; q++) {
                off += a[p * n + q] * a[p * n + q];
            }
        }
        return off <= 1e-28 * on;
    }

    private static void rotate(double[] a, double[] v, int n, int p, int q) {
        double apq = a[p * n + q];
        if (apq == 0) {
            return;
        }
        double theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1)); // the smaller root
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int i = 0; i < n; i++) {
            turn(a, i * n + p, i * n + q, c, s);
        }
        for (int i = 0; i < n; i++) {
            turn(a, p * n + i, q * n + i, c, s);
        }
        for (int i = 0; i < n; i++) {
            turn(v, i * n + p, i * n + q, c, s);
        }
    }

    private static void turn(double[] m, int x, int y, double c, double s) {
        double mx = m[x];
        double my = m[y];
        m[x] = c * mx - s * my;
        m[y] = s * mx + c * my;
    }

    private static SymmetricEigen sorted(double[] a, double[] v, int n) {
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        boolean[] taken = new boolean[n];
        for (int j = 0; j < n; j++) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                if (!taken[i] && (best < 0 || a[i * n + i] > a[best * n + best])) {
                    best = i;
                }
            }
            taken[best] = true;
            values[j] = a[best * n + best];
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = v[i * n + best];
            }
        }
        return new SymmetricEigen(values, new DenseMatrix(n, n, vectors));
    }
}
