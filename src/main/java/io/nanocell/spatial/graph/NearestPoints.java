package io.nanocell.spatial.graph;

import java.util.Arrays;

/// The nearest other points of the plane, by looking at ever wider rings of tiles; one per thread.
public final class NearestPoints {

    private final TileGrid grid;
    private final int k;
    private final double[] square;
    private final int[] best; // positions
    private int size;
    private int[] from;
    private int[] to;

    /// @param k how many, ≥ 1
    public NearestPoints(TileGrid grid, int k) {
        this.grid = grid;
        this.k = k;
        square = new double[k];
        best = new int[k];
        from = new int[8];
        to = new int[8];
    }

    /// Finds the nearest other points of position p, ties by point.
    ///
    /// @return how many there are: k, or all others where they are fewer
    public int search(int p) {
        double radius = grid.side() / 2;
        do {
            radius *= 2;
            size = 0;
            Arrays.fill(square, Double.POSITIVE_INFINITY);
            int most = grid.maxRanges(radius);
            if (from.length < most) {
                from = new int[most];
                to = new int[most];
            }
            int seen = 0;
            int ranges = grid.ranges(p, radius, from, to);
            for (int r = 0; r < ranges; r++) {
                seen += to[r] - from[r];
                scan(p, from[r], to[r]);
            }
            if (seen == grid.points()) {
                return size;
            }
        } while (size < k || square[k - 1] > radius * radius); // beyond the radius nobody was asked
        return size;
    }

    /// @return position of the i-th nearest
    public int position(int i) {
        return best[i];
    }

    /// @return its distance
    public double distance(int i) {
        return Math.sqrt(square[i]);
    }

    private void scan(int p, int start, int end) {
        double px = grid.x()[p];
        double py = grid.y()[p];
        for (int q = start; q < end; q++) {
            double dx = grid.x()[q] - px;
            double dy = grid.y()[q] - py;
            double distance = dx * dx + dy * dy;
            if (q != p && (size < k || before(distance, q, k - 1))) {
                insert(distance, q);
            }
        }
    }

    private void insert(double distance, int q) {
        int at = size < k ? size++ : k - 1;
        while (at > 0 && before(distance, q, at - 1)) {
            square[at] = square[at - 1];
            best[at] = best[at - 1];
            at--;
        }
        square[at] = distance;
        best[at] = q;
    }

    private boolean before(double distance, int q, int place) {
        return distance < square[place]
                || (distance == square[place] && grid.pointAt()[q] < grid.pointAt()[best[place]]);
    }
}
