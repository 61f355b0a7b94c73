package io.nanocell.evidence.stats;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// The non-zeros of a cells × genes matrix gene by gene, a bounded number at a time.
///
/// A key holds the bits of the value above the group of its cell: `floatBits << 32 | group`. Values are positive, so
/// keys order as values do. Time O(entries + blocks · cells), memory one block of keys and one int per cell.
final class GeneBlocks {

    /// Receives genes `firstGene`, `firstGene + 1` …: gene `firstGene + i` has the keys `start[i] … start[i + 1] −
    /// 1`, unsorted. Both arrays belong to the body until it returns.
    @FunctionalInterface
    interface Body {
        void run(int firstGene, long[] keys, int[] start);
    }

    static final int BLOCK_ENTRIES = 1 << 23; // 64 MB of keys
    private static final int ROW_CHUNKS = 16;

    private final FloatCsrMatrix expression;
    private final int[] group;
    private final int blockEntries;
    private final int rowsPerChunk;
    private final int[][] entries; // [row chunk][gene]

    /// @param group of every cell, ≥ 0
    /// @param blockEntries most keys in a block; a gene with more stands alone
    /// @throws IllegalArgumentException if a value is negative, infinite or NaN
    GeneBlocks(FloatCsrMatrix expression, int[] group, int blockEntries) {
        this.expression = expression;
        this.group = group;
        this.blockEntries = blockEntries;
        this.rowsPerChunk = Math.max(1, Math.ceilDiv(expression.rows(), ROW_CHUNKS));
        this.entries = new int[Parallel.chunkCount(expression.rows(), rowsPerChunk)][expression.columns()];
        Parallel.chunks(expression.rows(), rowsPerChunk, this::count);
    }

    private void count(int chunk, int from, int to) {
        float[] values = expression.values();
        for (int e = expression.rowStart()[from]; e < expression.rowStart()[to]; e++) {
            if (!(values[e] >= 0 && values[e] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "expression values must be finite and ≥ 0, got %s for gene %d among cells %d to %d"
                                .formatted(values[e], expression.columnIndex()[e], from, to - 1));
            }
            if (values[e] > 0) { // a stored zero is a zero
                entries[chunk][expression.columnIndex()[e]]++;
            }
        }
    }

    /// Calls `body` for block after block, all genes once, in ascending order.
    void forEach(Body body) {
        int genes = expression.columns();
        int[] cursor = Arrays.copyOf(expression.rowStart(), expression.rows());
        long[] keys = new long[0];
        for (int first = 0; first < genes; ) {
            Cancellation.check();
            int end = blockEnd(first);
            int[] start = starts(first, end);
            int length = start[end - first];
            keys = keys.length >= length ? keys : new long[length];
            fill(first, end, start, cursor, keys);
            body.run(first, keys, start);
            first = end;
        }
    }

    private int blockEnd(int first) {
        long total = entriesOf(first);
        int end = first + 1;
        while (end < expression.columns() && total + entriesOf(end) <= blockEntries) {
            total += entriesOf(end++);
        }
        return end;
    }

    private int entriesOf(int gene) {
        int total = 0;
        for (int[] chunk : entries) {
            total += chunk[gene];
        }
        return total;
    }

    private int[] starts(int first, int end) {
        int[] start = new int[end - first + 1];
        for (int gene = first; gene < end; gene++) {
            start[gene - first + 1] = Math.addExact(start[gene - first], entriesOf(gene));
        }
        return start;
    }

    /// Each row chunk writes behind the chunks before it, so the order of the keys does not depend on the threads.
    private void fill(int first, int end, int[] start, int[] cursor, long[] keys) {
        int[][] next = new int[entries.length][];
        int[] running = start.clone();
        for (int chunk = 0; chunk < entries.length; chunk++) {
            next[chunk] = running.clone();
            for (int gene = first; gene < end; gene++) {
                running[gene - first] += entries[chunk][gene];
            }
        }
        int[] columns = expression.columnIndex();
        Parallel.chunks(expression.rows(), rowsPerChunk, (chunk, from, to) -> {
            int[] position = next[chunk];
            for (int row = from; row < to; row++) {
                int e = cursor[row];
                for (int stop = expression.rowStart()[row + 1]; e < stop && columns[e] < end; e++) {
                    float value = expression.values()[e];
                    if (value > 0) {
                        keys[position[columns[e] - first]++] =
                                (long) Float.floatToRawIntBits(value) << Integer.SIZE | group[row];
                    }
                }
                cursor[row] = e;
            }
        });
    }
}
