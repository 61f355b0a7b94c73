package io.nanocell.ingest;

import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.FloatCsrMatrix;
import java.util.List;

/// The cells and genes that pass quality control, normalised. Row r of the matrices is cell `keptCells[r]` of
/// the section.
///
/// @param section the section it was made from, without its gene counts
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

    private static final int MIN_CELLS = 200;
    private static final int MIN_GENES = 50;
    private static final int GENES_ABOVE_RANK = 10;

    /// @return number of kept cells
    public int cells() {
        return keptCells.length;
    }

    /// @param rank of the factorisation to come
    /// @throws MalformedBundleException "too-few-cells" below 200 cells, "too-few-genes" below max(50, rank +
    /// 10) genes
    public void requireEnough(int rank) {
        if (cells() < MIN_CELLS) {
            throw tooFew("cells", cells(), quality.cellsIn(), MIN_CELLS);
        }
        int minGenes = Math.max(MIN_GENES, Math.addExact(rank, GENES_ABOVE_RANK));
        if (genes.size() < minGenes) {
            throw tooFew("genes", genes.size(), section.genes().size(), minGenes);
        }
    }

    private static MalformedBundleException tooFew(String what, int kept, int in, int needed) {
        return Violations.one(
                "too-few-" + what,
                "cell_feature_matrix",
                what,
                "%d of %d pass quality control, at least %d are needed".formatted(kept, in, needed),
                "lower the limits of qualityControl, or send a section with more " + what);
    }
}
