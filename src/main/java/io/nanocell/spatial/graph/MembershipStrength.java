package io.nanocell.spatial.graph;

import io.nanocell.numerics.Exponential;
import io.nanocell.numerics.Parallel;

/// UMAP's directed memberships: ρ is the distance to the nearest other point, σ such that the memberships of the k
/// neighbours add to log₂ k (`smooth_knn_dist` with local connectivity 1, bandwidth 1, 64 halvings).
final class MembershipStrength {

    private static final int STEPS = 64;
    private static final int HALVINGS = 64;
    private static final double CLOSE = 1e-6; // Newton's last step squares it
    private static final double TOLERANCE = 1e-5;
    private static final double MIN_SCALE = 1e-3; // of the mean distance
    private static final int CHUNK = 1024;

    private MembershipStrength() {}

    /// @return membership of every neighbour in the lists, 0 of a point in itself
    static float[] of(NeighbourLists lists) {
        int k = lists.k();
        double mean = mean(lists);
        double target = StrictMath.log(k) / StrictMath.log(2);
        float[] strength = new float[lists.neighbours().length];
        Parallel.chunks(lists.points(), CHUNK, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                int at = i * k;
                float rho = nearest(lists, at);
                float sigma = (float) scale(lists, at, rho, target, mean);
                for (int e = at; e < at + k; e++) {
                    float excess = lists.distances()[e] - rho;
                    if (lists.neighbours()[e] != i) {
                        strength[e] = excess <= 0 || sigma == 0 ? 1 : (float) Exponential.of(-(excess / sigma));
                    }
                }
            }
        });
        return strength;
    }

    private static double mean(NeighbourLists lists) {
        double sum = 0;
        for (float d : lists.distances()) {
            sum += d;
        }
        return lists.distances().length == 0 ? 0 : sum / lists.distances().length;
    }

    private static float nearest(NeighbourLists lists, int at) {
        for (int e = at; e < at + lists.k(); e++) {
            if (lists.distances()[e] > 0) {
                return lists.distances()[e];
            }
        }
        return 0; // all neighbours are in the same place
    }

    private static double scale(NeighbourLists lists, int at, float rho, double target, double mean) {
        int k = lists.k();
        float[] distances = lists.distances();
        double own = distances[at];
        int nearest = 0; // neighbours that are no farther than the nearest: of membership 1 whatever σ
        for (int e = at + 1; e < at + k; e++) {
            own += distances[e];
            nearest += distances[e] - rho > 0 ? 0 : 1;
        }
        double least = MIN_SCALE * (rho > 0 ? own / k : mean);
        boolean always = nearest >= target - TOLERANCE; // the sum is not below the target for any σ > 0
        return always ? least : Math.max(solve(distances, at + 1, at + k, rho, target), least);
    }

    /// Solves ln Σ exp(−excess·u) = ln target for u = 1/σ by Newton's method. The left side is convex and
    /// falls, so steps from u = 0 approach the solution from one side; six or so do for what takes UMAP twenty
    /// halvings.
    private static double solve(float[] distances, int from, int to, float rho, double target) {
        double inverse = 0;
        double slope = 0;
        for (int i = 0; i < STEPS; i++) {
            double sum = 0;
            slope = 0;
            for (int e = from; e < to; e++) {
                float excess = distances[e] - rho; // in floats, as UMAP
                double membership = excess > 0 ? Exponential.of(-excess * inverse) : 1;
                sum += membership;
                slope += excess > 0 ? membership * excess : 0;
            }
            inverse += StrictMath.log(sum / target) * sum / slope;
            if (sum - target < CLOSE) {
                break; // the step just taken is the last that changes anything
            }
        }
        return halved(1 / inverse, slope * inverse * inverse);
    }

    /// Where UMAP's halvings towards σ end: as soon as the sum is within their tolerance of the target.
    ///
    /// @param slope of the sum at σ; this near it the sum is as good as straight
    private static double halved(double sigma, double slope) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double middle = 1;
        for (int i = 0; i < HALVINGS && Math.abs(middle - sigma) * slope >= TOLERANCE; i++) {
            if (middle > sigma) {
                high = middle;
                middle = (low + high) / 2;
            } else {
                low = middle;
                middle = high == Double.POSITIVE_INFINITY ? middle * 2 : (low + high) / 2;
            }
        }
        return middle;
    }
}
