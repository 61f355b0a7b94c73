package io.nanocell.numerics;

/// Sums over rows of a padded matrix, the inner loops of NMF and diffusion.
///
/// Every component is a fixed chain of fused multiply-adds (or additions), so the implementation with SIMD
/// lanes and the plain one give the same bits. Row r of a matrix starts at `r * stride`; padding is read and
/// written as zeros.
public sealed interface RowKernel permits PlainRowKernel, LaneRowKernel, WideRowKernel {

    /// X M: `out[(i - from) * stride + c] = Σⱼ x[i, j] · matrix[j, c]` for the rows i `from` (inclusive) to
    /// `to` (exclusive) of x: two chains, of every other entry, added at the end.
    void product(FloatCsrMatrix x, int from, int to, PaddedMatrix matrix, float[] out);

    /// `out[c] = Σ matrix[index[e], c]` over the entries `from` (inclusive) to `to` (exclusive): two chains, as
    /// above.
    void sum(PaddedMatrix matrix, int[] index, int from, int to, float[] out);

    /// XᵀR: `target[j, c] += x[i, j] · rows[at + (i - from) * stride + c]` for the rows i `from` to `to` of x.
    void addTransposedProduct(FloatCsrMatrix x, int from, int to, float[] rows, int at, PaddedMatrix target);

    /// `gram[a, c] += matrix[row, a] · matrix[row, c]` for the rows `from` to `to` and all components a and c.
    void outer(PaddedMatrix matrix, int from, int to, PaddedMatrix gram);

    /// Coordinate descent of the rows w of `matrix` from `from` to `to` on ½ w·gram·w − product·w, w ≥ 0:
    /// `sweeps` times, for each component t in turn, w_t ← max(0, w_t − (gram_t·w − product_t) / gram_tt).
    ///
    /// @param products one row of products per row, from index 0 on, in the same stride
    /// @return Σ over rows of |projected gradient|, as the components came to their turn in the first sweep
    double descend(PaddedMatrix matrix, int from, int to, float[] products, PaddedMatrix gram, int sweeps);

    /// Lanes pay where a loop runs long enough to be compiled well; both kernels give the same bits.
    ///
    /// @param entries about how many entries the whole computation touches
    /// @return the faster kernel for it
    static RowKernel forWork(long entries) {
        return Simd.AVAILABLE && entries >= 50_000_000 ? Lanes.KERNEL : PlainRowKernel.INSTANCE;
    }

    /// Loaded only with the Vector module.
    final class Lanes {

        static final RowKernel KERNEL =
                FloatLanes.LENGTH == WideRowKernel.L ? WideRowKernel.INSTANCE : LaneRowKernel.INSTANCE;

        private Lanes() {}
    }
}
