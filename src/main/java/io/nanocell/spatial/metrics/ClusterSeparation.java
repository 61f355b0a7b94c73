package io.nanocell.spatial.metrics;

import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// Silhouette and Davies–Bouldin index of a sample, Euclidean (Rousseeuw 1987; Davies and Bouldin 1979), as
/// scikit-learn computes them. With fewer than two clusters both are 0 by definition here.
///
/// @param silhouette mean of (b − a) / max(a, b), −1..1; a cell alone in its cluster, or with a = b = 0, counts 0
/// @param daviesBouldin mean over clusters of the worst ratio (sᵢ + sⱼ) / d(cᵢ, cⱼ), ≥ 0; clusters in one place give no
///     ratio
public record ClusterSeparation(double silhouette, double daviesBouldin) {

    private static final int CHUNK = 64;
    private static final int BLOCK = 1024;

    public static ClusterSeparation of(ClusterSample sample) {
        if (sample.clusters() < 2) {
            return new ClusterSeparation(0, 0);
        }
        return new ClusterSeparation(silhouette(sample), daviesBouldin(sample));
    }

    /// Time O(cells² · dimensions).
    private static double silhouette(ClusterSample sample) {
        int n = sample.cells();
        double[] scores = new double[n];
        float[][] components = new float[sample.dimensions()][];
        Arrays.setAll(components, f -> Arrays.copyOfRange(sample.values(), f * n, (f + 1) * n));
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            float[] distances = new float[n];
            for (int i = from; i < to; i++) {
                measure(components, i, distances);
                scores[i] = score(sample, i, distances);
            }
        });
        double sum = 0;
        for (double s : scores) {
            sum += s;
        }
        return sum / n;
    }

    /// Distances of cell i, in loops over equal indices without branches: the compiler turns those into
    /// vectors. Block by block, so that a block's sums stay in the fastest memory.
    private static void measure(float[][] components, int i, float[] distances) {
        for (int from = 0; from < distances.length; from += BLOCK) {
            int to = Math.min(distances.length, from + BLOCK);
            Arrays.fill(distances, from, to, 0);
            for (float[] component : components) {
                add(component, component[i], distances, from, to);
            }
            for (int j = from; j < to; j++) {
                distances[j] = (float) Math.sqrt(distances[j]);
            }
        }
    }

    private static void add(float[] component, float own, float[] squares, int from, int to) {
        for (int j = from; j < to; j++) {
            float d = component[j] - own;
            squares[j] = Math.fma(d, d, squares[j]);
        }
    }

    private static double score(ClusterSample sample, int i, float[] distances) {
        double within = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sample.clusters(); c++) {
            double sum = sum(distances, sample.start()[c], sample.start()[c + 1]);
            if (i >= sample.start()[c] && i < sample.start()[c + 1]) {
                if (sample.size(c) == 1) {
                    return 0;
                }
                within = sum / (sample.size(c) - 1);
            } else {
                nearest = Math.min(nearest, sum / sample.size(c));
            }
        }
        double larger = Math.max(within, nearest);
        return larger > 0 ? (nearest - within) / larger : 0;
    }

    /// In four chains, which do not wait for each other.
    private static double sum(float[] values, int from, int to) {
        double a = 0, b = 0, c = 0, d = 0;
        int j = from;
        for (; j + 3 < to; j += 4) {
            a += values[j];
            b += values[j + 1];
            c += values[j + 2];
            d += values[j + 3];
        }
        for (; j < to; j++) {
            a += values[j];
        }
        return a + b + (c + d);
    }

    private static double daviesBouldin(ClusterSample sample) {
        int clusters = sample.clusters();
        double[][] centre = new double[clusters][];
        double[] spread = new double[clusters];
        for (int c = 0; c < clusters; c++) {
            centre[c] = centre(sample, c);
            for (int i = sample.start()[c]; i < sample.start()[c + 1]; i++) {
                double square = 0;
                for (int f = 0; f < sample.dimensions(); f++) {
                    double d = sample.values()[f * sample.cells() + i] - centre[c][f];
                    square += d * d;
                }
                spread[c] += Math.sqrt(square) / sample.size(c);
            }
        }
        double sum = 0;
        for (int c = 0; c < clusters; c++) {
            double worst = 0;
            for (int other = 0; other < clusters; other++) {
                double distance = distance(centre[c], centre[other]);
                if (other != c && distance > 0) {
                    worst = Math.max(worst, (spread[c] + spread[other]) / distance);
                }
            }
            sum += worst;
        }
        return sum / clusters;
    }

    private static double[] centre(ClusterSample sample, int cluster) {
        double[] centre = new double[sample.dimensions()];
        for (int f = 0; f < centre.length; f++) {
            for (int i = sample.start()[cluster]; i < sample.start()[cluster + 1]; i++) {
                centre[f] += sample.values()[f * sample.cells() + i];
            }
            centre[f] /= sample.size(cluster);
        }
        return centre;
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int f = 0; f < a.length; f++) {
            square += (a[f] - b[f]) * (a[f] - b[f]);
        }
        return Math.sqrt(square);
    }
}
