package io.nanocell.evaluation;

/// Two ways to name the same clusters, compared where exactly one of them is right (McNemar 1947, exact form).
///
/// @param helped cases that only the second way has right
/// @param harmed cases that only the first way has right
public record McNemar(int helped, int harmed) {

    /// @throws IllegalArgumentException if a count is negative
    public McNemar {
        if (helped < 0 || harmed < 0) {
            throw new IllegalArgumentException("counts must not be negative: " + helped + ", " + harmed);
        }
    }

    /// @return two-sided p: min(1, 2 · P(X ≤ min(helped, harmed))), X binomial with n = helped + harmed and ½; 1
    /// where the two never differ
    public double pValue() {
        int n = Math.addExact(helped, harmed);
        int k = Math.min(helped, harmed);
        double logTerm = -n * StrictMath.log(2); // ln of C(n, i) / 2^n, from i = 0 on
        double tail = 0;
        for (int i = 0; i <= k; i++) {
            tail += StrictMath.exp(logTerm);
            logTerm += StrictMath.log((double) (n - i) / (i + 1));
        }
        return Math.min(1, 2 * tail);
    }
}
