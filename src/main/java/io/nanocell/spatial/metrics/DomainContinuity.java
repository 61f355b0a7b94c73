package io.nanocell.spatial.metrics;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.NearestPoints;
import io.nanocell.spatial.graph.TileGrid;

/// CHAOS and PAS, the continuity of domains (Shang and Zhou 2022, SpatialPCA). Cells of cluster 0 are not assessed.
///
/// @param chaos Σ over cells of the distance to the nearest other cell of the same cluster, on coordinates scaled to
///     mean 0 and standard deviation 1 per axis, / number of assessed cells; 0 without any
/// @param pas share of assessed cells of which at least 6 of the 10 nearest cells are of another cluster; 0 without any
public record DomainContinuity(double chaos, double pas) {

    private static final int CHUNK = 1024;
    private static final int NEAREST = 10;
    private static final int FOREIGN = 6;
    private static final double CELLS_PER_TILE = 3;

    /// @param grid all cells in µm
    /// @param cluster of every position, 0 = not assessed
    public static DomainContinuity of(TileGrid grid, int[] cluster, int clusters) {
        int[] size = new int[clusters + 1];
        for (int c : cluster) {
            size[c]++;
        }
        int assessed = cluster.length - size[0];
        if (assessed == 0) {
            return new DomainContinuity(0, 0);
        }
        double[] x = scaled(grid.x());
        double[] y = scaled(grid.y());
        double distances = 0;
        for (int c = 1; c <= clusters; c++) {
            Cancellation.check();
            distances += nearestDistances(c, size[c], cluster, x, y);
        }
        return new DomainContinuity(distances / assessed, (double) scattered(grid, cluster) / assessed);
    }

    /// @return z-scores with the population's standard deviation; zeros where all values are equal
    private static double[] scaled(double[] v) {
        double mean = 0;
        for (double a : v) {
            mean += a / v.length;
        }
        double variance = 0;
        for (double a : v) {
            variance += (a - mean) * (a - mean) / v.length;
        }
        double[] out = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            out[i] = variance > 0 ? (v[i] - mean) / Math.sqrt(variance) : 0;
        }
        return out;
    }

    private static double nearestDistances(int wanted, int size, int[] cluster, double[] x, double[] y) {
        if (size < 2) {
            return 0;
        }
        double[] cx = new double[size];
        double[] cy = new double[size];
        int n = 0;
        for (int i = 0; i < cluster.length; i++) {
            if (cluster[i] == wanted) {
                cx[n] = x[i];
                cy[n++] = y[i];
            }
        }
        var grid = new TileGrid(cx, cy, sideFor(cx, cy));
        double[] sums = new double[Parallel.chunkCount(size, CHUNK)];
        Parallel.chunks(size, CHUNK, (chunk, from, to) -> {
            var nearest = new NearestPoints(grid, 1);
            for (int p = from; p < to; p++) {
                nearest.search(p);
                sums[chunk] += nearest.distance(0);
            }
        });
        double sum = 0;
        for (double s : sums) {
            sum += s;
        }
        return sum;
    }

    private static double sideFor(double[] x, double[] y) {
        double area = extent(x) * extent(y);
        double length = Math.max(extent(x), extent(y));
        double side = area > 0 ? Math.sqrt(area * CELLS_PER_TILE / x.length) : length * CELLS_PER_TILE / x.length;
        return side > 0 ? side : 1;
    }

    private static double extent(double[] v) {
        double low = v[0];
        double high = v[0];
        for (double a : v) {
            low = Math.min(low, a);
            high = Math.max(high, a);
        }
        return high - low;
    }

    private static long scattered(TileGrid grid, int[] cluster) {
        long[] counts = new long[Parallel.chunkCount(cluster.length, CHUNK)];
        Parallel.chunks(cluster.length, CHUNK, (chunk, from, to) -> {
            var nearest = new NearestPoints(grid, NEAREST);
            for (int p = from; p < to; p++) {
                if (cluster[p] == 0) {
                    continue;
                }
                int found = nearest.search(p);
                int foreign = 0;
                for (int i = 0; i < found; i++) {
                    foreign += cluster[nearest.position(i)] != cluster[p] ? 1 : 0;
                }
                counts[chunk] += foreign >= FOREIGN ? 1 : 0;
            }
        });
        long sum = 0;
        for (long c : counts) {
            sum += c;
        }
        return sum;
    }
}
