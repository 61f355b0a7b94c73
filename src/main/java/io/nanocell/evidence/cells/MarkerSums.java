package io.nanocell.evidence.cells;

/// Σx, Σe, Σxe and Σe² of every marker over the cells of a cluster; for the symbols see [NeighbourLeakage].
final class MarkerSums {

    private final double[] x;
    private final double[] e;
    private final double[] xe;
    private final double[] ee;
    private double cells;

    MarkerSums(int markers) {
        x = new double[markers];
        e = new double[markers];
        xe = new double[markers];
        ee = new double[markers];
    }

    /// Adds one cell: its values and its exposures.
    void add(double[] values, double[] exposures) {
        cells++;
        for (int g = 0; g < values.length; g++) {
            x[g] += values[g];
            e[g] += exposures[g];
            xe[g] += values[g] * exposures[g];
            ee[g] += exposures[g] * exposures[g];
        }
    }

    void add(MarkerSums other) {
        cells += other.cells;
        for (int g = 0; g < x.length; g++) {
            x[g] += other.x[g];
            e[g] += other.e[g];
            xe[g] += other.xe[g];
            ee[g] += other.ee[g];
        }
    }

    /// @return m(g), over all clusters
    static double[] means(MarkerSums[] clusters, int markers) {
        var all = new MarkerSums(markers);
        for (MarkerSums cluster : clusters) {
            all.add(cluster);
        }
        double[] means = new double[markers];
        for (int g = 0; g < markers; g++) {
            means[g] = all.x[g] / all.cells;
        }
        return means;
    }

    /// @param own per cluster and marker, whether it is the cluster's
    /// @return λ; 0 where no cell has a neighbour of another cluster
    static double rate(MarkerSums[] clusters, boolean[][] own, double[] means) {
        double covariance = 0;
        double variance = 0;
        for (int c = 0; c < clusters.length; c++) {
            MarkerSums sums = clusters[c];
            for (int g = 0; g < means.length; g++) {
                if (!own[c][g] && means[g] > 0) {
                    double square = means[g] * means[g];
                    covariance += (sums.xe[g] - sums.x[g] * sums.e[g] / sums.cells) / square;
                    variance += (sums.ee[g] - sums.e[g] * sums.e[g] / sums.cells) / square;
                }
            }
        }
        return variance > 0 ? Math.clamp(covariance / variance, 0, 1) : 0;
    }

    /// @return mean share of the own markers' signal that arrives from the neighbours
    double explained(boolean[] own, double rate) {
        double sum = 0;
        int markers = 0;
        for (int g = 0; g < own.length; g++) {
            if (own[g]) {
                markers++;
                sum += x[g] > 0 ? Math.min(1, rate * e[g] / x[g]) : 0;
            }
        }
        return markers == 0 ? 0 : sum / markers;
    }
}
