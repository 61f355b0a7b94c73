package io.nanocell.simulation;

import java.util.Arrays;

/// Where the cells lie and which niche each belongs to. O(cells).
///
/// Cells lie on a square lattice and are moved at random by up to 0.35 of its spacing, so that two of them are
/// never closer than 0.3 of it (3.9 µm at 0.006 cells per µm²). Niches are Voronoi regions of two centres each.
///
/// @param x in µm, one per cell
/// @param y in µm, one per cell
/// @param niche index of the niche, one per cell
/// @param nearest index of the nearest other cell, one per cell; the cell itself if it is alone
record TissuePlan(double[] x, double[] y, int[] niche, int[] nearest) {

    private static final double JITTER = 0.35;
    private static final int PATCHES_PER_NICHE = 2;
    private static final int LLOYD_STEPS = 12;
    private static final int LLOYD_GRID = 64;
    private static final int REACH =
            2; // the nearest cell is within 1.7 spacings, cells 3 steps away are at least 2.3 off

    /// @param density cells per µm²
    static TissuePlan of(int cells, int niches, double density, RandomStream random) {
        double spacing = Math.sqrt(1 / density);
        int columns = (int) Math.ceil(Math.sqrt(cells));
        double[] x = new double[cells];
        double[] y = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            int row = cell / columns;
            x[cell] = (cell % columns + 0.5 + JITTER * (2 * random.uniform() - 1)) * spacing;
            y[cell] = (row + 0.5 + JITTER * (2 * random.uniform() - 1)) * spacing;
        }
        double side = columns * spacing;
        double[][] centres = centres(niches * PATCHES_PER_NICHE, random);
        int[] order = random.permutation(centres.length);
        int[] niche = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            niche[cell] = order[closest(centres, x[cell] / side, y[cell] / side)] % niches;
        }
        return new TissuePlan(x, y, niche, nearest(x, y, columns));
    }

    /// @return centres in the unit square, spread evenly by Lloyd's algorithm
    private static double[][] centres(int count, RandomStream random) {
        double[][] centres = new double[count][];
        Arrays.setAll(centres, _ -> new double[] {random.uniform(), random.uniform()});
        for (int step = 0; step < LLOYD_STEPS; step++) {
            double[][] sums = new double[count][3];
            for (int g = 0; g < LLOYD_GRID * LLOYD_GRID; g++) {
                int row = g / LLOYD_GRID;
                double gx = (g % LLOYD_GRID + 0.5) / LLOYD_GRID;
                double gy = (row + 0.5) / LLOYD_GRID;
                double[] sum = sums[closest(centres, gx, gy)];
                sum[0] += gx;
                sum[1] += gy;
                sum[2]++;
            }
            for (int c = 0; c < count; c++) {
                if (sums[c][2] > 0) {
                    centres[c] = new double[] {sums[c][0] / sums[c][2], sums[c][1] / sums[c][2]};
                }
            }
        }
        return centres;
    }

    private static int closest(double[][] centres, double x, double y) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            double dx = centres[c][0] - x;
            double dy = centres[c][1] - y;
            double distance = dx * dx + dy * dy;
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }

    private static int[] nearest(double[] x, double[] y, int columns) {
        int[] nearest = new int[x.length];
        for (int cell = 0; cell < x.length; cell++) {
            nearest[cell] = cell;
            double least = Double.POSITIVE_INFINITY;
            int column = cell % columns;
            for (int dr = -REACH; dr <= REACH; dr++) {
                for (int c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++) {
                    int other = cell + dr * columns + c - column;
                    if (other != cell && other >= 0 && other < x.length) {
                        double distance = (x[other] - x[cell]) * (x[other] - x[cell])
                                + (y[other] - y[cell]) * (y[other] - y[cell]);
                        if (distance < least) {
                            least = distance;
                            nearest[cell] = other;
                        }
                    }
                }
            }
        }
        return nearest;
    }
}
