package io.nanocell.ingest.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.Cancellation;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Arrays;

/// A two-dimensional data set of numbers, read a block of rows at a time.
///
/// @param file shown in messages
/// @param field path of the data set
/// @param dataset the library's view of it
/// @param rows number of rows
/// @param columns number of columns
record Hdf5Table(String file, String field, Dataset dataset, int rows, int columns) {

    /// Work on one row; the array is used again for the next one.
    @FunctionalInterface
    interface RowBody {
        void accept(int row, double[] values);
    }

    private static final long MAX_DEFLATION = 1032; // deflate cannot do better, so a larger ratio is a lie
    private static final long MAX_CHUNK_BYTES = 1 << 28;
    private static final int BLOCK_BYTES = 1 << 24;

    /// @throws MalformedBundleException if it is no table of numbers, or declares more than it stores
    static Hdf5Table of(String file, String field, Dataset dataset, int maxRows, int maxColumns) {
        long[] dimensions = Hdf5Call.read(file, field, dataset::getDimensionsAsLong);
        if (dimensions.length != 2) {
            throw Violations.malformed(
                    file, field, dimensions.length + " dimensions", "write it with two, cells by columns");
        }
        if (dimensions[0] > maxRows || dimensions[1] > maxColumns) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    file,
                    field,
                    "%d × %d, at most %d × %d are read".formatted(dimensions[0], dimensions[1], maxRows, maxColumns),
                    "split the section");
        }
        if (NumberKind.of(Hdf5Call.read(file, field, dataset::getDataType)).isEmpty()) {
            throw Violations.malformed(
                    file,
                    field,
                    "holds none of the numbers that are read",
                    "write it as integers or as 32- or 64-bit floating point numbers");
        }
        requireStored(file, field, dataset, dimensions);
        return new Hdf5Table(file, field, dataset, (int) dimensions[0], (int) dimensions[1]);
    }

    private static void requireStored(String file, String field, Dataset dataset, long[] dimensions) {
        long element = Hdf5Call.read(file, field, () -> dataset.getDataType().getSize());
        long bytes = Math.multiplyExact(Math.multiplyExact(dimensions[0], dimensions[1]), element);
        long stored = bytes == 0 ? 0 : Hdf5Call.read(file, field, dataset::getStorageInBytes);
        if (bytes > Math.multiplyExact(stored, MAX_DEFLATION)) {
            throw Violations.malformed(
                    file,
                    field,
                    "declares %d bytes, but stores only %d".formatted(bytes, stored),
                    "the file is damaged: write it again");
        }
        if (dataset instanceof ChunkedDataset chunked) {
            int[] chunk = Hdf5Call.read(file, field, chunked::getChunkDimensions);
            double chunkBytes = element; // a damaged file may declare more than a long holds
            for (int length : chunk) {
                chunkBytes *= length;
            }
            if (chunk.length != dimensions.length || !(chunkBytes >= 1 && chunkBytes <= MAX_CHUNK_BYTES)) {
                throw Violations.malformed(
                        file,
                        field,
                        "chunks of %s elements".formatted(Arrays.toString(chunk)),
                        "write it with chunks of at most 256 MiB");
            }
        }
    }

    /// Calls `body` for each row in order.
    void forEachRow(RowBody body) {
        if (rows == 0 || columns == 0) {
            return;
        }
        int block = Math.clamp(BLOCK_BYTES / (8L * columns), 1, rows);
        double[] row = new double[columns];
        for (int first = 0; first < rows; first += block) {
            Cancellation.check();
            long from = first;
            int count = Math.min(block, rows - first);
            Object slice =
                    Hdf5Call.read(file, field, () -> dataset.getData(new long[] {from, 0}, new int[] {count, columns}));
            for (int r = 0; r < count; r++) {
                Object values = Array.get(slice, r);
                for (int c = 0; c < columns; c++) {
                    row[c] = values instanceof BigInteger[] large // unsigned ones of 64 bits
                            ? large[c].doubleValue()
                            : Array.getDouble(values, c);
                }
                body.accept(first + r, row);
            }
        }
    }
}
