package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.matrix.FeatureMatrix;
import io.nanocell.ingest.matrix.FeatureTable;
import java.util.List;

/// A matrix compressed by row or by column: `data`, `indices`, `indptr`.
///
/// @param place path of its group
/// @param byRow whether rows are cells (CSR); otherwise it is turned over (CSC)
record AnnDataSparse(Hdf5Tree tree, String place, boolean byRow) implements AnnDataCounts {

    @Override
    public boolean areCounts() {
        return Hdf5Numbers.of(data()).areCounts();
    }

    private Hdf5Array data() {
        return tree.array(place + "/data", MAX_ENTRIES);
    }

    @Override
    public FeatureMatrixFile.Size size() {
        int[] shape = shape();
        return new FeatureMatrixFile.Size(shape[1], shape[0], data().length());
    }

    /// @return cells, features
    private int[] shape() {
        List<Long> shape = tree.numbersOf(place, "shape");
        if (shape.isEmpty()) {
            shape = tree.numbersOf(place, "h5sparse_shape");
        }
        if (shape.size() != 2
                || shape.get(0) < 0
                || shape.get(0) > MAX_CELLS
                || shape.get(1) < 0
                || shape.get(1) > MAX_FEATURES) {
            throw Violations.malformed(
                    tree.file(),
                    place,
                    "has the shape " + shape,
                    "at most %d cells and %d features, as the group's attribute \"shape\""
                            .formatted(MAX_CELLS, MAX_FEATURES));
        }
        return new int[] {shape.get(0).intValue(), shape.get(1).intValue()};
    }

    @Override
    public FeatureMatrix read(String[] ids, FeatureTable features) {
        int[] shape = shape();
        AnnDataCounts.requireShape(tree.file(), place, shape[0], shape[1], ids, features);
        Hdf5Array data = data();
        Hdf5Array indices = tree.array(place + "/indices", MAX_ENTRIES);
        Hdf5Offsets.requireLength(tree, place + "/data", data.length(), indices.length());
        AnnDataCounts.requireMemory(tree.file(), place, byRow ? data.length() : 2L * data.length());
        int[] start = Hdf5Offsets.read(tree, place + "/indptr", byRow ? shape[0] : shape[1], data.length());
        int[] index = Hdf5Numbers.of(indices).wholeNumbersBelow(byRow ? shape[1] : shape[0]);
        float[] counts = Hdf5Numbers.of(data).counts(entry -> "entry " + entry);
        return byRow
                ? new FeatureMatrix(ids, features, start, index, counts)
                : turned(ids, features, start, index, counts);
    }

    /// Features × cells to cells × features; within a cell the features stay in order.
    private static FeatureMatrix turned(
            String[] ids, FeatureTable features, int[] columnStart, int[] cell, float[] counts) {
        int[] rowStart = new int[ids.length + 1];
        for (int c : cell) {
            rowStart[c + 1]++;
        }
        for (int r = 0; r < ids.length; r++) {
            rowStart[r + 1] += rowStart[r];
        }
        int[] next = rowStart.clone();
        int[] feature = new int[cell.length];
        float[] turned = new float[cell.length];
        for (int f = 0; f < features.size(); f++) {
            for (int e = columnStart[f]; e < columnStart[f + 1]; e++) {
                int at = next[cell[e]]++;
                feature[at] = f;
                turned[at] = counts[e];
            }
        }
        return new FeatureMatrix(ids, features, rowStart, feature, turned);
    }
}
