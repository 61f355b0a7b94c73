package io.nanocell.spatial.graph;

import io.nanocell.numerics.Simd;

/// Squared distances from a target to the points of a leaf, at most 64, stored dimension by dimension: component c of
/// point j is `leaves[at + c * stride + j]`.
///
/// Each is one chain of fused multiply-adds over the components, so both implementations give the same bits.
sealed interface LeafDistances permits LeafDistances.Plain, LaneLeafDistances {

    /// @param stride points of the leaf, rounded up to a multiple of sixteen; what is beyond is infinitely far
    /// @param squares the squared distances, out
    /// @return bit j is set where the j-th is at most `bound`
    long within(float[] leaves, int at, int stride, float[] target, float bound, float[] squares);

    /// @return the faster one for so many points
    static LeafDistances forPoints(int points) {
        return Simd.AVAILABLE && points >= 10_000 ? new LaneLeafDistances() : new Plain();
    }

    /// Without the Vector module.
    record Plain() implements LeafDistances {

        @Override
        public long within(float[] leaves, int at, int stride, float[] target, float bound, float[] squares) {
            for (int j = 0; j < stride; j++) {
                squares[j] = 0;
            }
            for (int c = 0; c < target.length; c++) {
                int o = at + c * stride;
                float t = target[c];
                for (int j = 0; j < stride; j++) {
                    float d = leaves[o + j] - t;
                    squares[j] = Math.fma(d, d, squares[j]);
                }
            }
            long mask = 0;
            for (int j = 0; j < stride; j++) {
                mask |= squares[j] <= bound ? 1L << j : 0;
            }
            return mask;
        }
    }
}
