package io.nanocell.evidence.stats;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Arrays;

/// The share of a cluster's cells in which something shows that is not there: the 95th percentile, over the control
/// features, of the share of the cluster's cells with at least one count.
///
/// @param percentile in [0, 1]
/// @param withoutControls what holds where a section has no control feature
public record NoiseFloor(double percentile, double withoutControls) {

    public NoiseFloor {
        if (!(percentile >= 0 && percentile <= 1)) {
            throw new IllegalArgumentException("percentile must be in [0, 1], got " + percentile);
        }
        if (!(withoutControls >= 0 && withoutControls <= 1)) {
            throw new IllegalArgumentException("withoutControls must be in [0, 1], got " + withoutControls);
        }
    }

    public NoiseFloor() {
        this(0.95, 0.02);
    }

    /// @param controls cells × control features, counts ≥ 0
    /// @param group per cell 1 … groups, 0 for cells without one
    /// @return floor of groups 1 … groups at index 0 … groups − 1; for a group without cells 0
    public double[] of(FloatCsrMatrix controls, int[] group, int groups) {
        double[] floors = new double[groups];
        if (controls.columns() == 0) {
            Arrays.fill(floors, withoutControls);
            return floors;
        }
        int[] cells = new int[groups + 1];
        double[][] shares = new double[groups + 1][controls.columns()];
        for (int cell = 0; cell < controls.rows(); cell++) {
            cells[group[cell]]++;
            for (int e = controls.rowStart()[cell]; e < controls.rowStart()[cell + 1]; e++) {
                shares[group[cell]][controls.columnIndex()[e]] += controls.values()[e] >= 1 ? 1 : 0;
            }
        }
        for (int g = 1; g <= groups; g++) {
            Arrays.sort(shares[g]);
            floors[g - 1] = cells[g] == 0 ? 0 : quantile(shares[g], percentile) / cells[g];
        }
        return floors;
    }

    /// Linear interpolation between order statistics, numpy's default.
    ///
    /// @param sorted ascending, not empty
    static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
