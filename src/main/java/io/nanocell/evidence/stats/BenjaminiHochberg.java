package io.nanocell.evidence.stats;

import java.util.Arrays;

/// False discovery rate of Benjamini and Hochberg (1995), as scipy's `false_discovery_control(method="bh")`.
///
/// adjusted(i) = min over all j with p(j) ≥ p(i) of p(j) · m / rank(j), at most 1.
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /// @param p values of all m tests, in [0, 1]; left unchanged
    /// @return adjusted values in the order of `p`
    /// @throws IllegalArgumentException if a value is outside [0, 1]
    public static double[] adjust(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        int tests = p.length;
        if (tests > 0 && !(sorted[0] >= 0 && sorted[tests - 1] <= 1)) { // NaN sorts last
            throw new IllegalArgumentException(
                    "p must be in [0, 1], got %s to %s".formatted(sorted[0], sorted[tests - 1]));
        }
        double[] adjusted = new double[tests];
        double lowest = 1;
        for (int i = tests - 1; i >= 0; i--) {
            lowest = Math.min(lowest, sorted[i] * tests / (i + 1));
            adjusted[i] = lowest;
        }
        double[] result = new double[tests];
        for (int i = 0; i < tests; i++) {
            result[i] = adjusted[Arrays.binarySearch(sorted, p[i])]; // ties share the value
        }
        return result;
    }
}
