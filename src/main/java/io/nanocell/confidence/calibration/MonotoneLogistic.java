package io.nanocell.confidence.calibration;

import java.util.Arrays;

/// Logistic regression whose weights are ≥ 0, so that its probability never falls when a term rises.
///
/// Minimises Σ w·(ln(1 + eᶻ) − y·z) / Σ w + λ/2 · Σ βₖ² over b₀ and β ≥ 0, z = b₀ + Σ βₖ·(xₖ − mean)/sd, mean and
/// sd of the weighted cases: a term of small range is not punished for its unit. Convex, so that there is one
/// answer; found by Newton steps within the bounds, halved until the objective falls. Time: some ten passes over
/// cases × terms².
///
/// A term whose sd is below 0.05 gets no weight.
///
/// @param ridge λ, > 0: keeps the weights finite where the cases are separable
public record MonotoneLogistic(double ridge) {

    private static final int PASSES = 10_000;
    private static final double SMALLEST_STEP = 1e-11;

    /// A term that is all but the same in every case cannot be weighed by them: the least weight that would tell
    /// these cases apart would be enormous for a case that differs.
    private static final double LEAST_SPREAD = 0.05;

    /// What was found, in the terms' own units: `z = intercept + Σ weights[k]·x[k]`.
    public record Fit(double intercept, double[] weights) {}

    public MonotoneLogistic {
        if (!(ridge > 0)) {
            throw new IllegalArgumentException("ridge is %s, not above 0".formatted(ridge));
        }
    }

    /// @param x terms of every case: of case i, term k, `x[i][k]`
    /// @param y outcomes
    /// @param w weights of the cases, each > 0
    /// @throws IllegalArgumentException unless both outcomes are there
    public Fit fit(double[][] x, boolean[] y, double[] w) {
        requireBoth(y);
        int terms = x[0].length;
        double total = 0;
        for (double weight : w) {
            total += weight;
        }
        double[] share = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            share[i] = w[i] / total;
        }
        double[] mean = new double[terms];
        double[] spread = new double[terms];
        double[][] columns = new double[terms + 1][x.length]; // [0] the intercept's ones, then the standardised terms
        Arrays.fill(columns[0], 1);
        for (int k = 0; k < terms; k++) {
            standardise(x, k, share, mean, spread, columns[k + 1]);
        }
        double[] beta = descend(columns, y, share);
        double[] weights = new double[terms];
        double intercept = beta[0];
        for (int k = 0; k < terms; k++) {
            weights[k] = spread[k] < LEAST_SPREAD ? 0 : beta[k + 1] / spread[k];
            intercept -= weights[k] * mean[k];
        }
        return new Fit(intercept, weights);
    }

    private static void requireBoth(boolean[] y) {
        int right = 0;
        for (boolean outcome : y) {
            right += outcome ? 1 : 0;
        }
        if (right == 0 || right == y.length) {
            throw new IllegalArgumentException(
                    "%d of %d cases are right: nothing to tell apart".formatted(right, y.length));
        }
    }

    private static void standardise(
            double[][] x, int k, double[] share, double[] mean, double[] spread, double[] column) {
        for (int i = 0; i < x.length; i++) {
            mean[k] += share[i] * x[i][k];
        }
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            variance += share[i] * (x[i][k] - mean[k]) * (x[i][k] - mean[k]);
        }
        spread[k] = Math.sqrt(variance);
        for (int i = 0; i < x.length; i++) {
            column[i] = spread[k] < LEAST_SPREAD ? 0 : (x[i][k] - mean[k]) / spread[k];
        }
    }

    /// @return b₀, then β
    private double[] descend(double[][] columns, boolean[] y, double[] share) {
        double[] beta = new double[columns.length];
        double loss = loss(columns, y, share, beta);
        for (int pass = 0; pass < PASSES; pass++) {
            double[] step = newton(columns, y, share, beta);
            double greatest = 0;
            for (double s : step) {
                greatest = Math.max(greatest, Math.abs(s));
            }
            if (greatest < SMALLEST_STEP) {
                return beta;
            }
            double length = 1;
            double[] next = moved(beta, step, length);
            double nextLoss = loss(columns, y, share, next);
            while (nextLoss > loss && length > SMALLEST_STEP) {
                length /= 2;
                next = moved(beta, step, length);
                nextLoss = loss(columns, y, share, next);
            }
            if (nextLoss >= loss) { // nothing left but rounding
                return beta;
            }
            beta = next;
            loss = nextLoss;
        }
        throw new IllegalStateException("no end after %d passes".formatted(PASSES));
    }

    private static double[] moved(double[] beta, double[] step, double length) {
        double[] next = new double[beta.length];
        for (int k = 0; k < beta.length; k++) {
            double to = beta[k] + length * step[k];
            next[k] = k == 0 ? to : Math.max(0, to);
        }
        return next;
    }

    private double loss(double[][] columns, boolean[] y, double[] share, double[] beta) {
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double z = y[i] ? -z(columns, beta, i) : z(columns, beta, i);
            loss += share[i] * (Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))));
        }
        for (int k = 1; k < beta.length; k++) {
            loss += ridge / 2 * beta[k] * beta[k];
        }
        return loss;
    }

    private static double z(double[][] columns, double[] beta, int i) {
        double z = 0;
        for (int k = 0; k < beta.length; k++) {
            z += beta[k] * columns[k][i];
        }
        return z;
    }

    /// The step to the lowest point, within the bounds, of the parabola that touches the objective at β.
    private double[] newton(double[][] columns, boolean[] y, double[] share, double[] beta) {
        int terms = beta.length;
        double[] gradient = new double[terms];
        double[][] curvature = new double[terms][terms];
        for (int k = 0; k < terms; k++) {
            double penalty = k == 0 ? 0 : ridge;
            gradient[k] = penalty * beta[k];
            curvature[k][k] = penalty;
        }
        for (int i = 0; i < y.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-z(columns, beta, i)));
            for (int k = 0; k < terms; k++) {
                gradient[k] += share[i] * (p - (y[i] ? 1 : 0)) * columns[k][i];
                for (int j = 0; j <= k; j++) {
                    curvature[k][j] += share[i] * p * (1 - p) * columns[k][i] * columns[j][i];
                }
            }
        }
        double[] step = new double[terms];
        for (int pass = 0; pass < PASSES; pass++) {
            double greatest = 0;
            for (int k = 0; k < terms; k++) {
                double slope = gradient[k];
                for (int j = 0; j < terms; j++) {
                    slope += (j <= k ? curvature[k][j] : curvature[j][k]) * step[j];
                }
                double to = curvature[k][k] == 0 ? step[k] : step[k] - slope / curvature[k][k];
                to = k == 0 ? to : Math.max(-beta[k], to);
                greatest = Math.max(greatest, Math.abs(to - step[k]));
                step[k] = to;
            }
            if (greatest < SMALLEST_STEP / 10) {
                return step;
            }
        }
        return step;
    }
}
