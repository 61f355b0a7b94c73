package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Offenders;
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

    private FeatureMatrixFile() {}

    /// @throws MalformedBundleException "malformed-bundle" if the file breaks a rule of its format,
    /// "unsupported-file" if it is another kind of HDF5 file, "too-large" if it does not fit into memory
    public static FeatureMatrix read(BundleFile file) {
        Hdf5Superblock.requireComplete(file);
        try (MappedHdf5 open = MappedHdf5.open(file)) {
            return read(new Hdf5Tree(file.name(), open.hdf()));
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
            Hdf5Tree tree = new Hdf5Tree(file.name(), open.hdf());
            return new Size(
                    tree.array("matrix/features/id", MAX_FEATURES).length(),
                    tree.array("matrix/barcodes", MAX_CELLS).length(),
                    tree.array("matrix/data", MAX_ENTRIES).length());
        }
    }

    private static FeatureMatrix read(Hdf5Tree tree) {
        if (!tree.has("matrix") && tree.has("X") && tree.has("obs")) {
            throw Violations.one(
                    Violations.UNSUPPORTED,
                    tree.file(),
                    "matrix",
                    "this is an AnnData file",
                    "send cell_feature_matrix.h5 of the Xenium output bundle");
        }
        int[] shape = Hdf5Numbers.of(tree.array("matrix/shape", 2)).wholeNumbersBelow(1L << 31);
        if (shape.length != 2) {
            throw wrongLength(tree, "matrix/shape", shape.length, 2);
        }
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
        int[] rowStart = rowStart(tree, cells, indices.length());
        if (data.length() != indices.length()) {
            throw wrongLength(tree, "matrix/data", data.length(), indices.length());
        }
        String[] cellIds = texts(tree, "matrix/barcodes", cells);
        FeatureTable table = new FeatureTable(
                texts(tree, "matrix/features/id", features),
                texts(tree, "matrix/features/name", features),
                texts(tree, "matrix/features/feature_type", features));
        int[] feature = Hdf5Numbers.of(indices).wholeNumbersBelow(features);
        float[] counts = Hdf5Numbers.of(data).counts(entry -> "cell " + cellIds[cellOf(rowStart, entry)]);
        return new FeatureMatrix(cellIds, table, rowStart, feature, counts);
    }

    private static int[] rowStart(Hdf5Tree tree, int cells, int entries) {
        Hdf5Array indptr = tree.array("matrix/indptr", MAX_CELLS + 1L);
        if (indptr.length() != cells + 1) {
            throw wrongLength(tree, "matrix/indptr", indptr.length(), cells + 1);
        }
        int[] rowStart = Hdf5Numbers.of(indptr).wholeNumbersBelow(entries + 1L);
        Violations violations = new Violations();
        if (rowStart[0] != 0 || rowStart[cells] != entries) {
            violations.add(
                    tree.file(),
                    "matrix/indptr",
                    "runs from %d to %d over %d entries".formatted(rowStart[0], rowStart[cells], entries),
                    "offsets run from 0 to the number of entries");
        }
        Offenders falling = new Offenders();
        for (int cell = 0; cell < cells; cell++) {
            int from = rowStart[cell];
            int to = rowStart[cell + 1];
            if (to < from) {
                falling.add(() -> "%d after %d".formatted(to, from));
            }
        }
        violations.add(tree.file(), "matrix/indptr", falling, "offsets never fall");
        violations.throwIfAny();
        return rowStart;
    }

    private static String[] texts(Hdf5Tree tree, String path, int expected) {
        Hdf5Array array = tree.array(path, MAX_CELLS);
        if (array.length() != expected) {
            throw wrongLength(tree, path, array.length(), expected);
        }
        String[] texts = Hdf5Strings.read(array);
        if (texts.length != expected) {
            throw wrongLength(tree, path, texts.length, expected);
        }
        return texts;
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

    private static MalformedBundleException wrongLength(Hdf5Tree tree, String path, int found, int expected) {
        return Violations.malformed(
                tree.file(),
                path,
                "%d elements where %d are expected".formatted(found, expected),
                "the shape and the arrays of the matrix contradict each other: write the file again");
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
