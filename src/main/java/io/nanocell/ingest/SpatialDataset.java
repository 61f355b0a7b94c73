package io.nanocell.ingest;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.List;

/// The cells and genes that pass quality control, normalised. Row r of the matrices is cell `keptCells[r]` of the
/// section.
///
/// @param section the section it was made from
/// @param keptCells section index of every kept cell, ascending
/// @param reasons why each cell of the section is filtered, `NONE` for kept ones
/// @param genes approved symbols of the kept genes, the columns of `expression`
/// @param x centroids of the kept cells in µm
/// @param y centroids of the kept cells in µm
/// @param expression kept cells × kept genes: ln(1 + count / cell total × median total)
/// @param controls kept cells × control features, counts
/// @param quality the numbers in and out
/// @param notices of the section and of the filter
public record SpatialDataset(
        XeniumSection section,
        int[] keptCells,
        List<FilterReason> reasons,
        List<String> genes,
        double[] x,
        double[] y,
        FloatCsrMatrix expression,
        FloatCsrMatrix controls,
        QualityReport quality,
        List<Notice> notices) {

    /// @return number of kept cells
    public int cells() {
        return keptCells.length;
    }
}
