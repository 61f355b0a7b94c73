package io.nanocell.evidence.cells;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Cuts cells in two along the direction in which they differ most: where a mixture of two begins.
///
/// First principal axis of the Pearson residuals (a − T·μ) / √(T·μ), T a cell's total and μ the mean cell, by power
/// iteration; then the cut of the cells' places on it that leaves the least squares within both sides. Nothing but the
/// entries is visited: the rest of a residual row is a multiple of √μ.
final class PrincipalSplit {

    private static final int ROUNDS = 15;
    private static final double RARE = 0.2; // genes below so much of the average gene weigh as if they had it
    private static final long SEED = 0x63656c6c73L;

    private PrincipalSplit() {}

    /// @return 0 or 1 for every cell
    static int[] of(CellSample sample) {
        double[] mean = CellMixture.mean(sample);
        double[] scale = new double[mean.length];
        for (int g = 0; g < mean.length; g++) {
            scale[g] = 1 / Math.sqrt(Math.max(mean[g], RARE / mean.length));
        }
        double[] root = new double[sample.cells()]; // √T
        for (int i = 0; i < root.length; i++) {
            double total = 0;
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                total += sample.amount()[e];
            }
            root[i] = Math.sqrt(Math.max(total, 1));
        }
        double[] place = new double[root.length];
        double[] axis = new double[mean.length];
        var random = new SplittableRandom(SEED);
        for (int g = 0; g < axis.length; g++) {
            axis[g] = random.nextDouble() - 0.5;
        }
        for (int round = 0; round < ROUNDS; round++) {
            project(sample, axis, mean, scale, root, place);
            back(sample, place, mean, scale, root, axis);
        }
        project(sample, axis, mean, scale, root, place);
        return cut(place);
    }

    private static void project(
            CellSample sample, double[] axis, double[] mean, double[] scale, double[] root, double[] place) {
        double constant = 0;
        for (int g = 0; g < axis.length; g++) {
            constant += mean[g] * scale[g] * axis[g];
        }
        for (int i = 0; i < place.length; i++) {
            double sum = 0;
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                int g = sample.gene()[e];
                sum += sample.amount()[e] * scale[g] * axis[g];
            }
            place[i] = sum / root[i] - constant * root[i];
        }
    }

    private static void back(
            CellSample sample, double[] place, double[] mean, double[] scale, double[] root, double[] axis) {
        double constant = 0;
        Arrays.fill(axis, 0);
        for (int i = 0; i < place.length; i++) {
            constant += place[i] * root[i];
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                axis[sample.gene()[e]] += place[i] / root[i] * sample.amount()[e];
            }
        }
        double length = 0;
        for (int g = 0; g < axis.length; g++) {
            axis[g] = scale[g] * (axis[g] - constant * mean[g]);
            length += axis[g] * axis[g];
        }
        for (int g = 0; g < axis.length && length > 0; g++) {
            axis[g] /= Math.sqrt(length);
        }
    }

    /// The two groups on a line with the least squares within: every cut is tried.
    private static int[] cut(double[] place) {
        int[] order = IntStream.range(0, place.length)
                .boxed()
                .sorted((a, b) -> place[a] != place[b] ? Double.compare(place[a], place[b]) : Integer.compare(a, b))
                .mapToInt(i -> i)
                .toArray();
        double all = 0;
        for (double p : place) {
            all += p;
        }
        double below = 0;
        double best = -1;
        int cut = place.length / 2;
        for (int i = 1; i < order.length; i++) {
            below += place[order[i - 1]];
            double above = all - below;
            double between = below * below / i + above * above / (order.length - i);
            if (between > best) {
                best = between;
                cut = i;
            }
        }
        int[] side = new int[place.length];
        for (int i = cut; i < order.length; i++) {
            side[order[i]] = 1;
        }
        return side;
    }
}
