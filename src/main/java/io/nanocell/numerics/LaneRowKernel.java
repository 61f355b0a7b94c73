package io.nanocell.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [RowKernel] in vectors of eight floats, sixteen components at a time where a row has them, in one vector where
/// the processor has such. Loaded only with the Vector module.
final class LaneRowKernel implements RowKernel {

    static final LaneRowKernel INSTANCE = new LaneRowKernel();

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256; // not PREFERRED: the same on every machine
    private static final int L = 8;

    private LaneRowKernel() {}

    @Override
    public void weightedSum(PaddedMatrix matrix, int[] index, float[] weight, int from, int to, float[] out, int at) {
        int stride = matrix.stride();
        int c = 0;
        for (; c + 2 * L <= stride; c += 2 * L) {
            if (WideRowLoops.AVAILABLE) {
                WideRowLoops.weightedSum(matrix.values(), stride, c, index, weight, from, to, out, at + c);
            } else {
                weightedSum16(matrix.values(), stride, c, index, weight, from, to, out, at + c);
            }
        }
        if (c < stride) {
            weightedSum8(matrix.values(), stride, c, index, weight, from, to, out, at + c);
        }
    }

    private static void weightedSum16(
            float[] m, int stride, int c, int[] index, float[] weight, int from, int to, float[] out, int at) {
        FloatVector a0 = FloatVector.zero(S), a1 = a0, b0 = a0, b1 = a0;
        int e = from;
        for (; e + 1 < to; e += 2) {
            int o = index[e] * stride + c;
            int p = index[e + 1] * stride + c;
            var w = FloatVector.broadcast(S, weight[e]);
            var v = FloatVector.broadcast(S, weight[e + 1]);
            a0 = FloatVector.fromArray(S, m, o).fma(w, a0);
            a1 = FloatVector.fromArray(S, m, o + L).fma(w, a1);
            b0 = FloatVector.fromArray(S, m, p).fma(v, b0);
            b1 = FloatVector.fromArray(S, m, p + L).fma(v, b1);
        }
        if (e < to) {
            int o = index[e] * stride + c;
            var w = FloatVector.broadcast(S, weight[e]);
            a0 = FloatVector.fromArray(S, m, o).fma(w, a0);
            a1 = FloatVector.fromArray(S, m, o + L).fma(w, a1);
        }
        a0.add(b0).intoArray(out, at);
        a1.add(b1).intoArray(out, at + L);
    }

    private static void weightedSum8(
            float[] m, int stride, int c, int[] index, float[] weight, int from, int to, float[] out, int at) {
        FloatVector a = FloatVector.zero(S), b = a;
        int e = from;
        for (; e + 1 < to; e += 2) {
            var w = FloatVector.broadcast(S, weight[e]);
            var v = FloatVector.broadcast(S, weight[e + 1]);
            a = FloatVector.fromArray(S, m, index[e] * stride + c).fma(w, a);
            b = FloatVector.fromArray(S, m, index[e + 1] * stride + c).fma(v, b);
        }
        if (e < to) {
            a = FloatVector.fromArray(S, m, index[e] * stride + c).fma(FloatVector.broadcast(S, weight[e]), a);
        }
        a.add(b).intoArray(out, at);
    }

    @Override
    public void sum(PaddedMatrix matrix, int[] index, int from, int to, float[] out, int at) {
        int stride = matrix.stride();
        int c = 0;
        for (; c + 2 * L <= stride; c += 2 * L) {
            if (WideRowLoops.AVAILABLE) {
                WideRowLoops.sum(matrix.values(), stride, c, index, from, to, out, at + c);
            } else {
                sum16(matrix.values(), stride, c, index, from, to, out, at + c);
            }
        }
        if (c < stride) {
            sum8(matrix.values(), stride, c, index, from, to, out, at + c);
        }
    }

    private static void sum16(float[] m, int stride, int c, int[] index, int from, int to, float[] out, int at) {
        FloatVector a0 = FloatVector.zero(S), a1 = a0, b0 = a0, b1 = a0;
        int e = from;
        for (; e + 1 < to; e += 2) {
            int o = index[e] * stride + c;
            int p = index[e + 1] * stride + c;
            a0 = a0.add(FloatVector.fromArray(S, m, o));
            a1 = a1.add(FloatVector.fromArray(S, m, o + L));
            b0 = b0.add(FloatVector.fromArray(S, m, p));
            b1 = b1.add(FloatVector.fromArray(S, m, p + L));
        }
        if (e < to) {
            int o = index[e] * stride + c;
            a0 = a0.add(FloatVector.fromArray(S, m, o));
            a1 = a1.add(FloatVector.fromArray(S, m, o + L));
        }
        a0.add(b0).intoArray(out, at);
        a1.add(b1).intoArray(out, at + L);
    }

    private static void sum8(float[] m, int stride, int c, int[] index, int from, int to, float[] out, int at) {
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

    @Override
    public void scatter(float[] row, int at, int[] index, float[] weight, int from, int to, PaddedMatrix target) {
        int stride = target.stride();
        int c = 0;
        for (; c + 2 * L <= stride; c += 2 * L) {
            if (WideRowLoops.AVAILABLE) {
                WideRowLoops.scatter(row, at + c, index, weight, from, to, target.values(), stride, c);
            } else {
                scatter16(row, at + c, index, weight, from, to, target.values(), stride, c);
            }
        }
        if (c < stride) {
            scatter8(row, at + c, index, weight, from, to, target.values(), stride, c);
        }
    }

    private static void scatter16(
            float[] row, int at, int[] index, float[] weight, int from, int to, float[] t, int stride, int c) {
        var r0 = FloatVector.fromArray(S, row, at);
        var r1 = FloatVector.fromArray(S, row, at + L);
        for (int e = from; e < to; e++) {
            int o = index[e] * stride + c;
            var w = FloatVector.broadcast(S, weight[e]);
            r0.fma(w, FloatVector.fromArray(S, t, o)).intoArray(t, o);
            r1.fma(w, FloatVector.fromArray(S, t, o + L)).intoArray(t, o + L);
        }
    }

    private static void scatter8(
            float[] row, int at, int[] index, float[] weight, int from, int to, float[] t, int stride, int c) {
        var r = FloatVector.fromArray(S, row, at);
        for (int e = from; e < to; e++) {
            int o = index[e] * stride + c;
            r.fma(FloatVector.broadcast(S, weight[e]), FloatVector.fromArray(S, t, o))
                    .intoArray(t, o);
        }
    }

    @Override
    public void outer(PaddedMatrix matrix, int from, int to, PaddedMatrix gram) {
        float[] m = matrix.values();
        float[] g = gram.values();
        int stride = matrix.stride();
        for (int row = from * stride; row < to * stride; row += stride) {
            for (int c = 0; c < stride; c += L) {
                outer8(m, row, c, matrix.columns(), g, stride);
            }
        }
    }

    private static void outer8(float[] m, int row, int c, int columns, float[] g, int stride) {
        var r = FloatVector.fromArray(S, m, row + c);
        for (int a = 0; a < columns; a++) {
            int o = a * stride + c;
            r.fma(FloatVector.broadcast(S, m[row + a]), FloatVector.fromArray(S, g, o))
                    .intoArray(g, o);
        }
    }

    /// Eight rows at a time, turned so that a lane is a row: component t of the rows is `w[t * 8] … w[t * 8 + 7]`.
    @Override
    public double descend(PaddedMatrix matrix, int from, int to, float[] products, PaddedMatrix gram) {
        int columns = matrix.columns();
        int stride = matrix.stride();
        float[] w = new float[columns * L];
        float[] p = new float[columns * L];
        float[] violations = new float[L];
        double violation = 0;
        for (int row = from; row < to; row += L) {
            int rows = Math.min(L, to - row);
            turn(matrix.values(), row * stride, stride, rows, columns, w);
            turn(products, (row - from) * stride, stride, rows, columns, p);
            descend8(w, p, columns, gram.values(), stride, violations);
            for (int q = 0; q < rows; q++) {
                int o = (row + q) * stride;
                for (int c = 0; c < columns; c++) {
                    matrix.values()[o + c] = w[c * L + q];
                }
                violation += violations[q];
            }
        }
        return violation;
    }

    private static void turn(float[] m, int at, int stride, int rows, int columns, float[] turned) {
        for (int q = 0; q < L; q++) {
            for (int c = 0; c < columns; c++) {
                turned[c * L + q] = q < rows ? m[at + q * stride + c] : 0;
            }
        }
    }

    private static void descend8(float[] w, float[] p, int columns, float[] g, int stride, float[] violations) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector violation = zero;
        for (int t = 0; t < columns; t++) {
            int o = t * stride;
            FloatVector even = FloatVector.fromArray(S, p, t * L).neg();
            FloatVector odd = zero;
            int r = 0;
            for (; r + 1 < columns; r += 2) {
                even = FloatVector.fromArray(S, w, r * L).fma(FloatVector.broadcast(S, g[o + r]), even);
                odd = FloatVector.fromArray(S, w, r * L + L).fma(FloatVector.broadcast(S, g[o + r + 1]), odd);
            }
            if (r < columns) {
                even = FloatVector.fromArray(S, w, r * L).fma(FloatVector.broadcast(S, g[o + r]), even);
            }
            FloatVector gradient = even.add(odd);
            FloatVector old = FloatVector.fromArray(S, w, t * L);
            VectorMask<Float> held =
                    old.compare(VectorOperators.EQ, zero).and(gradient.compare(VectorOperators.GT, zero));
            violation = violation.add(gradient.blend(zero, held).abs());
            float curvature = g[o + t];
            if (curvature != 0) {
                FloatVector next = old.sub(gradient.div(FloatVector.broadcast(S, curvature)));
                zero.blend(next, next.compare(VectorOperators.GT, zero)).intoArray(w, t * L);
            }
        }
        violation.intoArray(violations, 0);
    }
}
