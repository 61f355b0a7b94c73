package io.nanocell.evidence.enrichment;

import java.util.HashMap;
import java.util.Map;

/// P(X ≥ k) of drawing k of a term's K genes when n of N are drawn without replacement.
///
/// The probabilities of one K are built outwards from the mode by the ratio of neighbours and then divided by their
/// sum:
///
/// ```text
/// p(x + 1) / p(x) = (K − x)(n − x) / ((x + 1)(N − K − n + x + 1))      Σ p(x) = 1
/// ```
///
/// Only products of small whole numbers enter: tails of 1e-300 are right to some 1e-14, where 1 − cdf has no digit
/// left and a logarithm of factorials (Smile's `logp`, 0.5 ms at N = 5,000) has lost five. Remembered per K, for
/// terms share sizes: O(min(K, n)) for the first, nothing for the others.
final class HypergeometricTail {

    private final int population;
    private final int drawn;
    private final Map<Integer, double[]> tails = new HashMap<>();

    /// @param population N
    /// @param drawn n, in 0 … N
    HypergeometricTail(int population, int drawn) {
        if (drawn < 0 || drawn > population) {
            throw new IllegalArgumentException("%d genes of %d cannot be drawn".formatted(drawn, population));
        }
        this.population = population;
        this.drawn = drawn;
    }

    /// @param termSize K, in 0 … N
    /// @param overlap k
    double atLeast(int termSize, int overlap) {
        int least = Math.max(0, termSize + drawn - population);
        int most = Math.min(termSize, drawn);
        if (overlap <= least) {
            return 1;
        }
        return overlap > most ? 0 : tails.computeIfAbsent(termSize, _ -> tail(termSize, least, most))[overlap - least];
    }

    /// @return P(X ≥ least + i) at index i
    private double[] tail(int termSize, int least, int most) {
        double[] p = new double[most - least + 1];
        int mode = (int) ((termSize + 1L) * (drawn + 1L) / (population + 2L)) - least;
        p[mode] = 1;
        for (int i = mode; i < most - least; i++) {
            p[i + 1] = p[i] * ratio(termSize, least + i);
        }
        for (int i = mode; i > 0; i--) {
            p[i - 1] = p[i] / ratio(termSize, least + i - 1);
        }
        for (int i = p.length - 2; i >= 0; i--) { // from the small end
            p[i] += p[i + 1];
        }
        double total = p[0];
        for (int i = 0; i < p.length; i++) {
            p[i] /= total;
        }
        return p;
    }

    private double ratio(int termSize, int x) {
        double up = (double) (termSize - x) * (drawn - x);
        return up / ((double) (x + 1) * (population - termSize - drawn + x + 1));
    }
}
