package io.nanocell.spatial.graph;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.GraphTooLargeException;
import java.util.Arrays;

/// A_s: who is near in the tissue, over positions of a [TileGrid].
///
/// The neighbours of position p are `neighbours[e]` for `e = rowStart[p] … rowStart[p + 1] − 1`: the near ones up to
/// `nearEnd[p]`, then the far ones, ascending in each part. A weight is one of two numbers, so none is stored.
/// Symmetric, no self-loops. Four bytes per directed edge.
///
/// @param rowStart offsets, length n + 1
/// @param nearEnd where the near neighbours of a row end
/// @param neighbours positions
/// @param nearWeight weight of an edge within the near radius, > 0 where there are any
/// @param farWeight weight of the other edges, > 0 where there are any
public record SpatialGraph(int[] rowStart, int[] nearEnd, int[] neighbours, double nearWeight, double farWeight) {

    private static final int CHUNK = 1024;
    private static final double SAME_PLACE = 1e-6 * 1e-6; // µm², no edge at or below

    /// Contact and radius graph merged by maximum. A weight of 0 is no edge.
    ///
    /// @throws GraphTooLargeException if the directed edges do not fit one array
    public static SpatialGraph of(
            TileGrid grid, double nearRadius, double nearWeight, double farRadius, double farWeight) {
        double near = Math.max(nearWeight, farWeight);
        double reach = farWeight > 0 ? farRadius : near > 0 ? nearRadius : 0;
        int n = grid.points();
        int[] degree = new int[n];
        int[] nearDegree = new int[n];
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            var scan = new Scan(grid, nearRadius, reach);
            for (int p = from; p < to; p++) {
                scan.count(p);
                degree[p] = scan.nearCount + scan.farCount;
                nearDegree[p] = scan.nearCount;
            }
        });
        int[] rowStart = offsets(degree, reach);
        int[] neighbours = new int[rowStart[n]];
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            var scan = new Scan(grid, nearRadius, reach);
            for (int p = from; p < to; p++) {
                nearDegree[p] += rowStart[p];
                scan.fill(p, neighbours, rowStart[p], nearDegree[p]);
            }
        });
        return new SpatialGraph(rowStart, nearDegree, neighbours, near, farWeight);
    }

    /// @param sample positions at which neighbours are counted
    /// @return about how many directed edges a graph of this radius has
    public static long expectedEdges(TileGrid grid, double radius, int sample) {
        int n = grid.points();
        int step = Math.max(1, n / sample);
        int counted = Math.ceilDiv(n, step);
        long[] found = new long[counted];
        Parallel.chunks(counted, CHUNK, (_, from, to) -> {
            var scan = new Scan(grid, radius, radius);
            for (int i = from; i < to; i++) {
                scan.count(i * step);
                found[i] = (long) scan.nearCount + scan.farCount;
            }
        });
        return counted == 0 ? 0 : Math.round((double) Arrays.stream(found).sum() / counted * n);
    }

    static int[] offsets(int[] degree, double reach) {
        int[] rowStart = new int[degree.length + 1];
        long total = 0;
        for (int p = 0; p < degree.length; p++) {
            total += degree[p];
            rowStart[p + 1] = (int) total;
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new GraphTooLargeException(reach, degree.length, total);
        }
        return rowStart;
    }

    /// @return number of positions
    public int nodes() {
        return nearEnd.length;
    }

    /// @return Σ of the weights of p's edges
    public double degree(int p) {
        return (nearEnd[p] - rowStart[p]) * nearWeight + (rowStart[p + 1] - nearEnd[p]) * farWeight;
    }

    /// @return A_s with rows and columns in the order of the points
    public CsrMatrix matrix(TileGrid grid) {
        int n = nodes();
        int[] pointAt = grid.pointAt();
        int[] start = new int[n + 1];
        for (int p = 0; p < n; p++) {
            start[pointAt[p] + 1] = rowStart[p + 1] - rowStart[p];
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        int[] columns = new int[neighbours.length];
        double[] values = new double[neighbours.length];
        Parallel.chunks(n, CHUNK, (_, from, to) -> {
            for (int p = from; p < to; p++) {
                writeRow(p, pointAt, start[pointAt[p]], columns, values);
            }
        });
        return new CsrMatrix(n, n, start, columns, values);
    }

    private void writeRow(int p, int[] pointAt, int at, int[] columns, double[] values) {
        long[] keys = new long[rowStart[p + 1] - rowStart[p]];
        for (int e = rowStart[p]; e < rowStart[p + 1]; e++) {
            keys[e - rowStart[p]] = (long) pointAt[neighbours[e]] << 1 | (e < nearEnd[p] ? 1 : 0);
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            columns[at + i] = (int) (keys[i] >> 1);
            values[at + i] = (keys[i] & 1) == 1 ? nearWeight : farWeight;
        }
    }

    /// The points around one position, found twice: to count them, and to write them down.
    private static final class Scan {

        private final TileGrid grid;
        private final double nearSquare;
        private final double reach;
        private final int[] from;
        private final int[] to;
        private int nearCount;
        private int farCount;

        Scan(TileGrid grid, double nearRadius, double reach) {
            this.grid = grid;
            this.nearSquare = nearRadius * nearRadius;
            this.reach = reach;
            from = new int[grid.maxRanges(reach)];
            to = new int[from.length];
        }

        void count(int p) {
            nearCount = 0;
            farCount = 0;
            double[] x = grid.x();
            double[] y = grid.y();
            int ranges = reach > 0 ? grid.ranges(p, reach, from, to) : 0;
            for (int r = 0; r < ranges; r++) {
                pause(r);
                int near = 0;
                int all = 0;
                for (int q = from[r]; q < to[r]; q++) {
                    double dx = x[q] - x[p];
                    double dy = y[q] - y[p];
                    double square = dx * dx + dy * dy;
                    int edge = square <= reach * reach && square > SAME_PLACE ? 1 : 0;
                    all += edge;
                    near += square <= nearSquare ? edge : 0;
                }
                nearCount += near;
                farCount += all - near;
            }
        }

        void fill(int p, int[] neighbours, int nearAt, int farAt) {
            double[] x = grid.x();
            double[] y = grid.y();
            int ranges = reach > 0 ? grid.ranges(p, reach, from, to) : 0;
            for (int r = 0; r < ranges; r++) {
                pause(r);
                for (int q = from[r]; q < to[r]; q++) {
                    double dx = x[q] - x[p];
                    double dy = y[q] - y[p];
                    double square = dx * dx + dy * dy;
                    if (square <= reach * reach && square > SAME_PLACE) {
                        if (square <= nearSquare) {
                            neighbours[nearAt++] = q;
                        } else {
                            neighbours[farAt++] = q;
                        }
                    }
                }
            }
        }

        /// A row of a crowded grid may hold all points.
        private void pause(int range) {
            if (to[range] - from[range] > 100_000) {
                Cancellation.check();
            }
        }
    }
}
