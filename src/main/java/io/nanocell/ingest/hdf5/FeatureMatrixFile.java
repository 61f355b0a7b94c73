package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.matrix.FeatureMatrix;
import io.nanocell.ingest.matrix.FeatureTable;
import java.util.Arrays;

/// Reads `cell_feature_matrix.h5`:
/// `/matrix/{data,indices,indptr,shape,barcodes,features/{id,name,feature_type}}`, features × cells by column,
/// which is cells × features by row.
///
/// One pass over `data` and `indices`; memory 8 bytes per entry plus a chunk per thread.
public final class FeatureMatrixFile {

    private static final int MAX_CELLS = 50_000_000;
    private static final int MAX_FEATURES = 1_000_000;
    private static final int MAX_ENTRIES = Integer.MAX_VALUE - 8;
    private static final int BYTES_PER_ENTRY = 16; // index and count, and once more while genes are set apart

    private static final String REMEDY =
            "write the layout of Cell Ranger and Xenium Onboard Analysis: a group `matrix` "
                    + "with data, indices, indptr, shape, barcodes and features";

    private FeatureMatrixFile() {}

    /// @throws MalformedBundleException "malformed-bundle" if the file breaks a rule of its format,
    /// "unsupported-file" if it is another kind of HDF5 file, "too-large" if it does not fit into memory
    public static FeatureMatrix read(BundleFile file) {
        Hdf5Superblock.requireComplete(file);
        try (MappedHdf5 open = MappedHdf5.open(file)) {
            return read(new Hdf5Tree(file.name(), open.hdf(), REMEDY));
        }
    }

    /// What the header says, without reading a count.
    ///
    /// @param features number of columns
    /// @param cells number of rows
    /// @param entries number of stored counts
    public record Size(int features, int cells, int entries) {}

    /// @throws MalformedBundleException as [#read] does
    public static Size size(BundleFile file) {
        Hdf5Superblock.requireComplete(file);
        try (MappedHdf5 open = MappedHdf5.open(file)) {
            Hdf5Tree tree = new Hdf5Tree(file.name(), open.hdf(), REMEDY);
            return new Size(
                    tree.array("matrix/features/id", MAX_FEATURES).length(),
                    tree.array("matrix/barcodes", MAX_CELLS).length(),
                    tree.array("matrix/data", MAX_ENTRIES).length());
        }
    }

    private static FeatureMatrix read(Hdf5Tree tree) {
        int[] shape = Hdf5Numbers.of(tree.array("matrix/shape", 2)).wholeNumbersBelow(1L << 31);
        Hdf5Offsets.requireLength(tree, "matrix/shape", shape.length, 2);
        int features = shape[0];
        int cells = shape[1];
        limit(tree, "features", features, MAX_FEATURES);
        limit(tree, "cells", cells, MAX_CELLS);
        if (features == 0 || cells == 0) {
            throw Violations.malformed(
                    tree.file(),
                    "matrix/shape",
                    "%d features × %d cells".formatted(features, cells),
                    "send a section with cells and genes");
        }
        Hdf5Array data = tree.array("matrix/data", MAX_ENTRIES);
        Hdf5Array indices = tree.array("matrix/indices", MAX_ENTRIES);
        fits(tree, data.length());
        int[] rowStart = Hdf5Offsets.read(tree, "matrix/indptr", cells, indices.length());
        Hdf5Offsets.requireLength(tree, "matrix/data", data.length(), indices.length());
        String[] cellIds = texts(tree, "matrix/barcodes", cells);
        FeatureTable table = new FeatureTable(
                texts(tree, "matrix/features/id", features),
                texts(tree, "matrix/features/name", features),
                texts(tree, "matrix/features/feature_type", features));
        int[] feature = Hdf5Numbers.of(indices).wholeNumbersBelow(features);
        float[] counts = Hdf5Numbers.of(data).counts(entry -> "cell " + cellIds[cellOf(rowStart, entry)]);
        return new FeatureMatrix(cellIds, table, rowStart, feature, counts);
    }

    private static String[] texts(Hdf5Tree tree, String path, int expected) {
        Hdf5Array array = tree.array(path, MAX_CELLS);
        Hdf5Offsets.requireLength(tree, path, array.length(), expected);
        return Hdf5Strings.read(array);
    }

    private static int cellOf(int[] rowStart, int entry) {
        int at = Arrays.binarySearch(rowStart, entry);
        if (at < 0) {
            return -at - 2;
        }
        while (rowStart[at + 1] == entry) { // cells without an entry start where the next one does
            at++;
        }
        return at;
    }

    private static void limit(Hdf5Tree tree, String what, int found, int most) {
        if (found > most) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    tree.file(),
                    "matrix/shape",
                    "%d %s, at most %d are read".formatted(found, what, most),
                    "split the section");
        }
    }

    private static void fits(Hdf5Tree tree, int entries) {
        long needed = (long) entries * BYTES_PER_ENTRY;
        long heap = Runtime.getRuntime().maxMemory();
        if (needed > heap) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    tree.file(),
                    "matrix/data",
                    "%d entries need %d MiB, the service has %d MiB".formatted(entries, needed >> 20, heap >> 20),
                    "give the service more memory (-Xmx) or split the section");
        }
    }
}
