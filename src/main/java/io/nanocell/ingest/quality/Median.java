package io.nanocell.ingest.quality;

import java.util.Arrays;

/// The median as numpy defines it: the mean of the two middle values where their number is even.
public final class Median {

    private Median() {}

    /// @param values left as they are
    /// @return 0 for no values
    public static double of(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
