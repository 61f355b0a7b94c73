package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.matrix.FeatureMatrix;
import io.nanocell.ingest.matrix.FeatureTable;

/// A matrix of an AnnData file, cells × features.
sealed interface AnnDataCounts permits AnnDataSparse, AnnDataDense {

    int MAX_CELLS = 50_000_000;
    int MAX_FEATURES = 1_000_000;
    int MAX_ENTRIES = Integer.MAX_VALUE - 8;
    int BYTES_PER_ENTRY = 16; // index and count, and once more while genes are set apart

    /// @return whether every value is a whole number from 0 to 2²⁴
    boolean areCounts();

    /// @throws MalformedBundleException if its shape is not that of the names, or a value is no count
    FeatureMatrix read(String[] ids, FeatureTable features);

    FeatureMatrixFile.Size size();

    /// @param place path of the matrix
    /// @throws MalformedBundleException if it is no matrix
    static AnnDataCounts of(Hdf5Tree tree, String place) {
        if (!tree.isGroup(place)) {
            return new AnnDataDense(tree.table(place, MAX_CELLS, MAX_FEATURES));
        }
        String type = tree.attribute(place, "encoding-type")
                .or(() -> tree.attribute(place, "h5sparse_format"))
                .orElse("");
        return switch (type) {
            case "csr_matrix", "csr" -> new AnnDataSparse(tree, place, true);
            case "csc_matrix", "csc" -> new AnnDataSparse(tree, place, false);
            default ->
                throw Violations.one(
                        Violations.UNSUPPORTED,
                        tree.file(),
                        place,
                        "is of encoding type \"%s\"".formatted(type),
                        "write it as csr_matrix, csc_matrix or array");
        };
    }

    /// @throws MalformedBundleException if the matrix has another shape than the names say
    static void requireShape(String file, String place, long rows, long columns, String[] ids, FeatureTable features) {
        if (rows != ids.length || columns != features.size()) {
            throw Violations.malformed(
                    file,
                    place,
                    "%d × %d for %d cells and %d features".formatted(rows, columns, ids.length, features.size()),
                    "write a row for every cell of obs and a column for every feature of var");
        }
        if (rows == 0 || columns == 0) {
            throw Violations.malformed(
                    file,
                    place,
                    "%d cells × %d features".formatted(rows, columns),
                    "send a section with cells and genes");
        }
    }

    /// @throws MalformedBundleException "too-large"
    static void requireMemory(String file, String place, long entries) {
        long needed = entries * BYTES_PER_ENTRY;
        long heap = Runtime.getRuntime().maxMemory();
        if (needed > heap || entries > MAX_ENTRIES) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    file,
                    place,
                    "%d entries need %d MiB, the service has %d MiB".formatted(entries, needed >> 20, heap >> 20),
                    "give the service more memory (-Xmx) or split the section");
        }
    }
}
