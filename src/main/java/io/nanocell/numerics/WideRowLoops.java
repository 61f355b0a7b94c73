package io.nanocell.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The loops of [LaneRowKernel] over sixteen components, in one vector each. A component's chain of operations is
/// the same in a vector of any width, so these give the same bits; used where the processor has such vectors.
final class WideRowLoops {

    static final boolean AVAILABLE = FloatVector.SPECIES_PREFERRED.length() >= 16;

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;

    private WideRowLoops() {}

    static void weightedSum(
            float[] m, int stride, int c, int[] index, float[] weight, int from, int to, float[] out, int at) {
        FloatVector a = FloatVector.zero(S), b = a;
        int e = from;
        for (; e + 3 < to; e += 4) {
            a = FloatVector.fromArray(S, m, index[e] * stride + c).fma(FloatVector.broadcast(S, weight[e]), a);
            b = FloatVector.fromArray(S, m, index[e + 1] * stride + c).fma(FloatVector.broadcast(S, weight[e + 1]), b);
            a = FloatVector.fromArray(S, m, index[e + 2] * stride + c).fma(FloatVector.broadcast(S, weight[e + 2]), a);
            b = FloatVector.fromArray(S, m, index[e + 3] * stride + c).fma(FloatVector.broadcast(S, weight[e + 3]), b);
        }
        for (; e + 1 < to; e += 2) {
            a = FloatVector.fromArray(S, m, index[e] * stride + c).fma(FloatVector.broadcast(S, weight[e]), a);
            b = FloatVector.fromArray(S, m, index[e + 1] * stride + c).fma(FloatVector.broadcast(S, weight[e + 1]), b);
        }
        if (e < to) {
            a = FloatVector.fromArray(S, m, index[e] * stride + c).fma(FloatVector.broadcast(S, weight[e]), a);
        }
        a.add(b).intoArray(out, at);
    }

    static void sum(float[] m, int stride, int c, int[] index, int from, int to, float[] out, int at) {
        FloatVector a = FloatVector.zero(S), b = a;
        int e = from;
        for (; e + 1 < to; e += 2) {
            a = a.add(FloatVector.fromArray(S, m, index[e] * stride + c));
            b = b.add(FloatVector.fromArray(S, m, index[e + 1] * stride + c));
        }
        if (e < to) {
            a = a.add(FloatVector.fromArray(S, m, index[e] * stride + c));
        }
        a.add(b).intoArray(out, at);
    }

    static void scatter(
            float[] row, int at, int[] index, float[] weight, int from, int to, float[] t, int stride, int c) {
        var r = FloatVector.fromArray(S, row, at);
        int e = from;
        for (; e + 3 < to; e += 4) {
            int o = index[e] * stride + c;
            int p = index[e + 1] * stride + c;
            int q = index[e + 2] * stride + c;
            int s = index[e + 3] * stride + c;
            r.fma(FloatVector.broadcast(S, weight[e]), FloatVector.fromArray(S, t, o))
                    .intoArray(t, o);
            r.fma(FloatVector.broadcast(S, weight[e + 1]), FloatVector.fromArray(S, t, p))
                    .intoArray(t, p);
            r.fma(FloatVector.broadcast(S, weight[e + 2]), FloatVector.fromArray(S, t, q))
                    .intoArray(t, q);
            r.fma(FloatVector.broadcast(S, weight[e + 3]), FloatVector.fromArray(S, t, s))
                    .intoArray(t, s);
        }
        for (; e < to; e++) {
            int o = index[e] * stride + c;
            r.fma(FloatVector.broadcast(S, weight[e]), FloatVector.fromArray(S, t, o))
                    .intoArray(t, o);
        }
    }
}
