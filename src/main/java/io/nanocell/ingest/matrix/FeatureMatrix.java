package io.nanocell.ingest.matrix;

/// Cells × features in compressed row form as a file gives it, lengths and offsets checked, rows not yet
/// sorted.
///
/// The entries of cell r are `e = rowStart[r] … rowStart[r + 1] − 1`: `counts[e]` of feature `feature[e]`. In a
/// 10x file (features × cells by COLUMN) these are `indptr`, `data` and `indices`. The arrays are handed over.
///
/// @param cellIds barcodes, one per cell
/// @param features one per column
/// @param rowStart offsets, length cells + 1
/// @param feature column of every entry, 0 … features − 1
/// @param counts whole numbers 0 … 2²⁴
public record FeatureMatrix(String[] cellIds, FeatureTable features, int[] rowStart, int[] feature, float[] counts) {

    /// The largest count that a float holds exactly with all smaller ones.
    public static final int MAX_COUNT = 1 << 24;

    public int cells() {
        return cellIds.length;
    }
}
