package io.nanocell.results;

import java.util.List;

/// The cells of a dataset, in section order.
///
/// @param ids original ids
/// @param x of the centroid, µm
/// @param y of the centroid, µm, downwards as in the section's image
public record LocatedCells(List<String> ids, float[] x, float[] y) {

    /// @throws IllegalArgumentException if the lengths differ
    public LocatedCells {
        if (x.length != ids.size() || y.length != ids.size()) {
            throw new IllegalArgumentException("%d cells, %d x and %d y".formatted(ids.size(), x.length, y.length));
        }
    }

    /// Centroids in single precision: 0.002 µm at 2 cm from the corner.
    public static LocatedCells of(List<String> ids, double[] x, double[] y) {
        return new LocatedCells(ids, single(x), single(y));
    }

    int size() {
        return ids.size();
    }

    private static float[] single(double[] values) {
        float[] single = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }
}
