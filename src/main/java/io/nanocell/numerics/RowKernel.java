package io.nanocell.numerics;

/// Sums over rows of a padded matrix, the inner loops of NMF and diffusion.
///
/// Every component is one chain of fused multiply-adds (or additions) in the order of the entries, so an
/// implementation with SIMD lanes and a plain one give the same bits. Row r of `matrix` starts at `r * stride`; only
/// the
/// first `columns` components are read or written.
public interface RowKernel {

    /// `out[at + c] = Σ weight[e] · matrix[index[e], c]` over the entries `from` (inclusive) to `to` (exclusive).
    void weightedSum(PaddedMatrix matrix, int[] index, float[] weight, int from, int to, float[] out, int at);

    /// `out[at + c] = Σ matrix[index[e], c]` over the entries `from` to `to`.
    void sum(PaddedMatrix matrix, int[] index, int from, int to, float[] out, int at);

    /// `target[index[e], c] += weight[e] · row[at + c]` for the entries `from` to `to`.
    void scatter(float[] row, int at, int[] index, float[] weight, int from, int to, PaddedMatrix target);

    /// `gram[a, c] += row[at + a] · row[at + c]` for all components a and c; `gram` is columns × columns.
    void outer(float[] row, int at, PaddedMatrix gram);

    /// @return the kernel for a computation that touches about so many entries in all
    static RowKernel forWork(long entries) {
        return PlainRowKernel.INSTANCE;
    }
}
