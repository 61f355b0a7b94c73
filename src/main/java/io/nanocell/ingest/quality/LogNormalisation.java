package io.nanocell.ingest.quality;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// ln(1 + count / cell total × target): scanpy's `normalize_total(target_sum=…)` and `log1p`, computed in
/// double and stored as float. O(entries).
///
/// @param target the total that every cell is brought to; scanpy's default is the median of the totals above 0
public record LogNormalisation(double target) {

    private static final int CHUNK = 4096;
    private static final int SMALL_COUNTS = 32;

    public LogNormalisation {
        if (!(target >= 0 && target < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the target total must be finite and not negative, got " + target);
        }
    }

    /// @param totals of the rows; those of 0 do not count
    /// @return the normalisation to their median
    public static LogNormalisation toMedian(double[] totals) {
        return new LogNormalisation(
                Median.of(Arrays.stream(totals).filter(total -> total > 0).toArray()));
    }

    /// @param counts cells × genes, overwritten; a cell without counts stays without values
    /// @param totals of the cells
    /// @return the same matrix, for the chain
    public FloatCsrMatrix inPlace(FloatCsrMatrix counts, double[] totals) {
        float[] values = counts.values();
        Parallel.chunks(counts.rows(), CHUNK, (_, from, to) -> {
            float[] known = new float[SMALL_COUNTS]; // of the present cell, by count; most counts are 1
            for (int cell = from; cell < to; cell++) {
                Arrays.fill(known, 0);
                for (int e = counts.rowStart()[cell]; e < counts.rowStart()[cell + 1]; e++) {
                    values[e] = value(values[e], totals[cell], known);
                }
            }
        });
        return counts;
    }

    private float value(float count, double total, float[] known) {
        if (count >= SMALL_COUNTS) {
            return logNormalised(count, total);
        }
        int small = (int) count;
        if (known[small] == 0) {
            known[small] = logNormalised(count, total);
        }
        return known[small];
    }

    private float logNormalised(double count, double total) {
        return (float) StrictMath.log1p(count / total * target);
    }
}
