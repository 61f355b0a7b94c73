package io.nanocell.ingest.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of a cell table in file order, not yet checked: ids as texts, centroids in µm, NaN where a value is
/// missing or no number.
public final class CellTable {

    /// Characters of the longest id that is read; real ones have about ten.
    public static final int MAX_ID = 256;

    private final List<String> ids = new ArrayList<>();
    private double[] x = new double[1024];
    private double[] y = new double[1024];

    public void add(String id, double xCentroid, double yCentroid) {
        int row = ids.size();
        if (row == x.length) {
            int larger = Math.addExact(row, row >> 1);
            x = Arrays.copyOf(x, larger);
            y = Arrays.copyOf(y, larger);
        }
        ids.add(id);
        x[row] = xCentroid;
        y[row] = yCentroid;
    }

    public int size() {
        return ids.size();
    }

    public String id(int row) {
        return ids.get(row);
    }

    public double x(int row) {
        return x[row];
    }

    public double y(int row) {
        return y[row];
    }
}
