package io.nanocell.spatial.graph;

import io.nanocell.numerics.Exponential;
import io.nanocell.numerics.Parallel;

/// UMAP's directed memberships: ρ is the distance to the nearest other point, σ such that the memberships of the k
/// neighbours add to log₂ k (`smooth_knn_dist` with local connectivity 1, bandwidth 1, 64 halvings).
final class MembershipStrength {

    private static final int HALVINGS = 64;
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
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double middle = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double sum = 0;
            for (int e = at + 1; e < at + k; e++) {
                float excess = distances[e] - rho; // in floats, as UMAP
                sum += excess > 0 ? Exponential.of(-(excess / middle)) : 1;
            }
            if (Math.abs(sum - target) < TOLERANCE) {
                break;
            }
            if (sum > target) {
                high = middle;
                middle = (low + high) / 2;
            } else {
                low = middle;
                middle = high == Double.POSITIVE_INFINITY ? middle * 2 : (low + high) / 2;
            }
        }
        double own = 0;
        for (int e = at; e < at + k; e++) {
            own += distances[e];
        }
        return Math.max(middle, MIN_SCALE * (rho > 0 ? own / k : mean));
    }
}
