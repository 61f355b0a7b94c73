package io.nanocell.simulation;

/// Counts of one gene in one cell: negative binomial with size 2, so variance = mean + mean² / 2.
///
/// Size 2 makes P(0) = (2 / (2 + mean))² free of powers; the rest follows by inversion, P(k + 1) = P(k) · (k +
/// 2) / (k + 1) · mean / (2 + mean). Expected time O(1 + mean).
final class NegativeBinomial {

    private static final double SIZE = 2;
    private static final int MOST = 1 << 20;

    private NegativeBinomial() {}

    /// @param mean ≥ 0
    /// @param uniform in [0, 1)
    static int count(double mean, double uniform) {
        double failure = SIZE / (SIZE + mean);
        double probability = failure * failure;
        double success = 1 - failure;
        double left = uniform - probability;
        int k = 0;
        while (left >= 0 && k < MOST && probability > 0) {
            probability *= (k + SIZE) / (k + 1) * success;
            k++;
            left -= probability;
        }
        return k;
    }
}
