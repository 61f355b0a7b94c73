package io.nanocell.spatial.graph;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.numerics.SymmetricEigen;

/// Points turned so that they differ along the axes as much as can be: a tree that is cut along these leaves out more.
/// Turning keeps distances, up to rounding.
///
/// @param coordinates component c of point i is `coordinates[i * dimensions + c]`
/// @param slack by how much, at most, the difference of two coordinates is wrong
record PrincipalAxes(float[] coordinates, float slack) {

    private static final int SAMPLE = 10_000; // any axes are right
    private static final int CHUNK = 4096;
    private static final double ROUNDING = 0x1p-22; // two of coordinates, one of their difference, and one more

    static PrincipalAxes of(PaddedMatrix points) {
        int n = points.rows();
        int d = points.columns();
        double[] axes = SymmetricEigen.of(covariance(points)).vectors().values();
        float[] coordinates = new float[Math.multiplyExact(n, d)];
        float[] greatest = new float[Parallel.chunkCount(n, CHUNK)];
        Parallel.chunks(n, CHUNK, (chunk, from, to) -> {
            double[] turned = new double[d];
            for (int i = from; i < to; i++) {
                turn(points.values(), i * points.stride(), axes, turned);
                for (int c = 0; c < d; c++) {
                    coordinates[i * d + c] = (float) turned[c];
                    greatest[chunk] = Math.max(greatest[chunk], Math.abs(coordinates[i * d + c]));
                }
            }
        });
        float most = 0;
        for (float g : greatest) {
            most = Math.max(most, g);
        }
        return new PrincipalAxes(coordinates, (float) (ROUNDING * most));
    }

    private static void turn(float[] values, int at, double[] axes, double[] turned) {
        int d = turned.length;
        for (int c = 0; c < d; c++) {
            double sum = 0;
            for (int e = 0; e < d; e++) {
                sum += axes[e * d + c] * values[at + e];
            }
            turned[c] = sum;
        }
    }

    /// Of evenly spaced points; n-fold.
    private static DenseMatrix covariance(PaddedMatrix points) {
        int d = points.columns();
        int step = Math.max(1, points.rows() / SAMPLE);
        double[] mean = new double[d];
        int sampled = 0;
        for (int i = 0; i < points.rows(); i += step) {
            sampled++;
            for (int c = 0; c < d; c++) {
                mean[c] += points.values()[i * points.stride() + c];
            }
        }
        for (int c = 0; c < d; c++) {
            mean[c] /= sampled;
        }
        double[] covariance = new double[d * d];
        double[] centred = new double[d];
        for (int i = 0; i < points.rows(); i += step) {
            for (int c = 0; c < d; c++) {
                centred[c] = points.values()[i * points.stride() + c] - mean[c];
            }
            for (int c = 0; c < d; c++) {
                for (int e = c; e < d; e++) {
                    covariance[c * d + e] += centred[c] * centred[e];
                }
            }
        }
        return new DenseMatrix(d, d, covariance);
    }
}
