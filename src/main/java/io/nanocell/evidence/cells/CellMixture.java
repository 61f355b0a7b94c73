package io.nanocell.evidence.cells;

import io.nanocell.numerics.Cancellation;
import java.util.Arrays;

/// A mixture of multinomial profiles, fitted by expectation–maximisation (Dempster, Laird and Rubin 1977).
///
/// ```text
/// ln p(cell | k) = Σ_g a(cell, g) · ln θ(k, g)
/// θ(k, g)        = (Σ_cells r(cell, k) · a(cell, g) + PRIOR · mean(g)) / (… summed over g)
/// ```
///
/// with a the amounts and r the responsibilities. O(entries · components) a round.
///
/// @param components number of components K
/// @param logProfile ln θ of component k and gene g at `g * K + k`
/// @param logWeight ln of the components' shares
/// @param responsibility of cell i and component k at `i * K + k`
/// @param logLikelihood per cell
record CellMixture(
        int components, double[] logProfile, double[] logWeight, double[] responsibility, double logLikelihood) {

    private static final int ROUNDS = 40;
    private static final double TOLERANCE = 1e-3; // nats per cell
    private static final double PRIOR = 20; // transcripts of the mean cell that every component is given

    /// @param assignment component of every cell to begin with
    static CellMixture fit(CellSample sample, int[] assignment, int components) {
        int cells = sample.cells();
        double[] responsibility = new double[cells * components];
        for (int i = 0; i < cells; i++) {
            responsibility[i * components + assignment[i]] = 1;
        }
        double[] mean = mean(sample);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; ; round++) {
            Cancellation.check();
            double[] logProfile = profiles(sample, responsibility, components, mean);
            double[] logWeight = weights(responsibility, components);
            double likelihood = respond(sample, logProfile, logWeight, responsibility);
            if (round == ROUNDS || likelihood - before < TOLERANCE) {
                return new CellMixture(components, logProfile, logWeight, responsibility, likelihood);
            }
            before = likelihood;
        }
    }

    /// @return share of every gene in the mean cell, none 0
    static double[] mean(CellSample sample) {
        double[] mean = new double[sample.genes()];
        Arrays.fill(mean, 0.5 / sample.genes());
        double total = 0.5;
        for (int e = 0; e < sample.gene().length; e++) {
            mean[sample.gene()[e]] += sample.amount()[e];
            total += sample.amount()[e];
        }
        for (int g = 0; g < mean.length; g++) {
            mean[g] /= total;
        }
        return mean;
    }

    private static double[] profiles(CellSample sample, double[] responsibility, int components, double[] mean) {
        double[] sums = new double[sample.genes() * components];
        double[] totals = new double[components];
        for (int g = 0; g < mean.length; g++) {
            for (int k = 0; k < components; k++) {
                sums[g * components + k] = PRIOR * mean[g];
            }
        }
        Arrays.fill(totals, PRIOR);
        for (int i = 0; i < sample.cells(); i++) {
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                for (int k = 0; k < components; k++) {
                    double part = responsibility[i * components + k] * sample.amount()[e];
                    sums[sample.gene()[e] * components + k] += part;
                    totals[k] += part;
                }
            }
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] = StrictMath.log(sums[j] / totals[j % components]);
        }
        return sums;
    }

    private static double[] weights(double[] responsibility, int components) {
        double[] weights = new double[components];
        for (int j = 0; j < responsibility.length; j++) {
            weights[j % components] += responsibility[j];
        }
        double cells = responsibility.length / (double) components;
        for (int k = 0; k < components; k++) {
            weights[k] = StrictMath.log((weights[k] + 1) / (cells + components));
        }
        return weights;
    }

    /// @return mean ln p of a cell
    private static double respond(CellSample sample, double[] logProfile, double[] logWeight, double[] responsibility) {
        int components = logWeight.length;
        double likelihood = 0;
        double[] log = new double[components];
        for (int i = 0; i < sample.cells(); i++) {
            System.arraycopy(logWeight, 0, log, 0, components);
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                int offset = sample.gene()[e] * components;
                for (int k = 0; k < components; k++) {
                    log[k] += sample.amount()[e] * logProfile[offset + k];
                }
            }
            likelihood += normalise(log, responsibility, i * components);
        }
        return likelihood / Math.max(1, sample.cells());
    }

    /// Writes exp(log) / Σ exp(log).
    ///
    /// @return ln Σ exp(log)
    static double normalise(double[] log, double[] share, int offset) {
        double most = log[0];
        for (double value : log) {
            most = Math.max(most, value);
        }
        double sum = 0;
        for (int k = 0; k < log.length; k++) {
            share[offset + k] = StrictMath.exp(log[k] - most);
            sum += share[offset + k];
        }
        for (int k = 0; k < log.length; k++) {
            share[offset + k] /= sum;
        }
        return most + StrictMath.log(sum);
    }

    /// @return the likeliest component of a cell
    int of(int cell) {
        int best = 0;
        for (int k = 1; k < components; k++) {
            best = responsibility[cell * components + k] > responsibility[cell * components + best] ? k : best;
        }
        return best;
    }

    /// @return share of a component
    double weight(int component) {
        return StrictMath.exp(logWeight[component]);
    }
}
