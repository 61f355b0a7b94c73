package io.nanocell.spatial.graph;

import io.nanocell.numerics.Parallel;

/// Points of the plane sorted by square tiles, row by row: the points of neighbouring tiles of a row are one range.
///
/// Position p of the sorted order holds point `pointAt[p]`; within a tile points keep their order. Tiles number at most
/// four per point and some thousand more, so a far outlier makes them wider, never the memory larger.
public final class TileGrid {

    private static final double SLACK = 1e-9; // of the extent: more than rounding can move a tile border

    private final double left;
    private final double bottom;
    private final double side;
    private final double slack;
    private final int across;
    private final int down;
    private final int[] tileStart; // length across · down + 1
    private final int[] pointAt;
    private final double[] x; // sorted
    private final double[] y;

    /// @param x coordinates, finite
    /// @param y coordinates, as many
    /// @param wantedSide side of a tile in the unit of the coordinates, > 0
    /// @throws IllegalArgumentException if the lengths differ or a coordinate is not finite
    public TileGrid(double[] x, double[] y, double wantedSide) {
        if (x.length != y.length || !(wantedSide > 0)) {
            throw new IllegalArgumentException("%d x and %d y coordinates on tiles of side %s do not make a grid"
                    .formatted(x.length, y.length, wantedSide));
        }
        int n = x.length;
        double[] rangeX = range(x, "x");
        double[] rangeY = range(y, "y");
        left = rangeX[0];
        bottom = rangeY[0];
        double width = rangeX[1] - left;
        double height = rangeY[1] - bottom;
        double s = wantedSide;
        while ((Math.floor(width / s) + 1) * (Math.floor(height / s) + 1) > 4.0 * n + 4096) {
            s *= 1.5;
        }
        side = s;
        slack = SLACK * Math.max(Math.max(width, height), side);
        across = (int) (width / side) + 1;
        down = (int) (height / side) + 1;
        tileStart = new int[across * down + 1];
        int[] tile = new int[n];
        for (int i = 0; i < n; i++) {
            int row = (int) ((y[i] - bottom) / side);
            int column = (int) ((x[i] - left) / side);
            tile[i] = row * across + column;
            tileStart[tile[i] + 1]++;
        }
        for (int t = 0; t < across * down; t++) {
            tileStart[t + 1] += tileStart[t];
        }
        pointAt = new int[n];
        int[] next = tileStart.clone();
        for (int i = 0; i < n; i++) {
            pointAt[next[tile[i]]++] = i;
        }
        this.x = sorted(x);
        this.y = sorted(y);
    }

    private static double[] range(double[] v, String axis) {
        double low = v.length == 0 ? 0 : v[0];
        double high = low;
        for (int i = 0; i < v.length; i++) {
            if (!Double.isFinite(v[i])) {
                throw new IllegalArgumentException("%s of point %d is %s".formatted(axis, i, v[i]));
            }
            low = Math.min(low, v[i]);
            high = Math.max(high, v[i]);
        }
        if (!Double.isFinite(high - low)) {
            throw new IllegalArgumentException("%s runs from %s to %s".formatted(axis, low, high));
        }
        return new double[] {low, high};
    }

    private double[] sorted(double[] v) {
        double[] out = new double[v.length];
        Parallel.forEach(v.length, p -> out[p] = v[pointAt[p]]);
        return out;
    }

    /// @return number of points
    public int points() {
        return pointAt.length;
    }

    /// @return the point at every position, shared
    public int[] pointAt() {
        return pointAt;
    }

    /// @return x by position, shared
    public double[] x() {
        return x;
    }

    /// @return y by position, shared
    public double[] y() {
        return y;
    }

    /// @return side of a tile
    double side() {
        return side;
    }

    /// @return how many ranges [#ranges] gives at most for this radius
    int maxRanges(double radius) {
        return (int) Math.min(down, 2 * Math.ceil((radius + slack) / side) + 1);
    }

    /// Finds ranges of positions that hold every point within `radius` of position p, and others.
    ///
    /// @param from first position of every range, out
    /// @param to end of every range, exclusive, out
    /// @return number of ranges, ascending, none empty
    int ranges(int p, double radius, int[] from, int[] to) {
        double px = x[p] - left;
        double py = y[p] - bottom;
        double reach = radius + slack;
        int firstRow = (int) Math.max(0, Math.floor((py - reach) / side));
        int lastRow = (int) Math.min(down - 1, Math.floor((py + reach) / side));
        int count = 0;
        for (int row = firstRow; row <= lastRow; row++) {
            double dy = Math.max(0, Math.max(row * side - py, py - (row + 1) * side) - slack);
            double square = reach * reach - dy * dy;
            if (square < 0) {
                continue;
            }
            double half = Math.sqrt(square) + slack;
            int first = (int) Math.max(0, Math.floor((px - half) / side));
            int last = (int) Math.min(across - 1, Math.floor((px + half) / side));
            from[count] = tileStart[row * across + first];
            to[count] = tileStart[row * across + last + 1];
            if (to[count] > from[count]) {
                count++;
            }
        }
        return count;
    }
}
