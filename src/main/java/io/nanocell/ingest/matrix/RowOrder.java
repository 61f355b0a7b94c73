package io.nanocell.ingest.matrix;

import io.nanocell.ingest.check.Offenders;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;
import java.util.stream.Stream;

/// Sorts the entries of every cell by feature and finds features that a cell has twice.
///
/// Files may be unsorted; then value and feature travel as one 64-bit key. O(entries) for sorted files.
final class RowOrder {

    private static final int CHUNK = 4096;

    private RowOrder() {}

    /// Sorts in place.
    ///
    /// @return cells that have a feature twice
    static Offenders sort(FeatureMatrix matrix) {
        Offenders[] found = Stream.generate(Offenders::new)
                .limit(Parallel.chunkCount(matrix.cells(), CHUNK))
                .toArray(Offenders[]::new);
        Parallel.chunks(matrix.cells(), CHUNK, (chunk, from, to) -> {
            for (int cell = from; cell < to; cell++) {
                sortRow(matrix, cell, found[chunk]);
            }
        });
        Offenders all = new Offenders();
        for (Offenders part : found) {
            all.addAll(part);
        }
        return all;
    }

    private static void sortRow(FeatureMatrix matrix, int cell, Offenders twice) {
        int from = matrix.rowStart()[cell];
        int to = matrix.rowStart()[cell + 1];
        int[] feature = matrix.feature();
        for (int e = from + 1; e < to; e++) {
            if (feature[e] <= feature[e - 1]) {
                reorder(feature, matrix.counts(), from, to);
                break;
            }
        }
        for (int e = from + 1; e < to; e++) {
            if (feature[e] == feature[e - 1]) {
                String name = matrix.features().names()[feature[e]];
                twice.add(() -> "cell %s has %s twice".formatted(matrix.cellIds()[cell], name));
                return;
            }
        }
    }

    private static void reorder(int[] feature, float[] counts, int from, int to) {
        long[] keys = new long[to - from];
        for (int e = from; e < to; e++) {
            keys[e - from] = (long) feature[e] << 32 | Float.floatToRawIntBits(counts[e]);
        }
        Arrays.sort(keys); // counts are ≥ 0, so their bits have no sign
        for (int e = from; e < to; e++) {
            feature[e] = (int) (keys[e - from] >>> 32);
            counts[e] = Float.intBitsToFloat((int) keys[e - from]);
        }
    }
}
