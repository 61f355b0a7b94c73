package io.nanocell.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [RowKernel] in pairs of vectors of eight floats. Loaded only with the Vector module.
///
/// Loops over rows stand inside the methods with the vectors: a method that is compiled by itself keeps its
/// vectors in registers, one that is inlined into its caller may hold them as objects.
final class LaneRowKernel implements RowKernel {

    static final LaneRowKernel INSTANCE = new LaneRowKernel();

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final int L = 8;

    private LaneRowKernel() {}

    @Override
    public void product(FloatCsrMatrix x, int from, int to, PaddedMatrix matrix, float[] out) {
        int stride = matrix.stride();
        for (int c = 0; c < stride; c += 2 * L) {
            product(x.rowStart(), x.columnIndex(), x.values(), from, to, matrix.values(), stride, c, out);
        }
    }

    private static void product(
            int[] start, int[] index, float[] weight, int from, int to, float[] m, int stride, int c, float[] out) {
        for (int row = from; row < to; row++) {
            FloatVector a0 = FloatVector.zero(S), a1 = a0, b0 = a0, b1 = a0;
            int e = start[row];
            int end = start[row + 1];
            for (; e + 1 < end; e += 2) {
                int o = index[e] * stride + c;
                int p = index[e + 1] * stride + c;
                var w = FloatVector.broadcast(S, weight[e]);
                var v = FloatVector.broadcast(S, weight[e + 1]);
                a0 = FloatVector.fromArray(S, m, o).fma(w, a0);
                a1 = FloatVector.fromArray(S, m, o + L).fma(w, a1);
                b0 = FloatVector.fromArray(S, m, p).fma(v, b0);
                b1 = FloatVector.fromArray(S, m, p + L).fma(v, b1);
            }
            if (e < end) {
                int o = index[e] * stride + c;
                var w = FloatVector.broadcast(S, weight[e]);
                a0 = FloatVector.fromArray(S, m, o).fma(w, a0);
                a1 = FloatVector.fromArray(S, m, o + L).fma(w, a1);
            }
            int at = (row - from) * stride + c;
            a0.add(b0).intoArray(out, at);
            a1.add(b1).intoArray(out, at + L);
        }
    }

    @Override
    public void sum(PaddedMatrix matrix, int[] index, int from, int to, float[] out) {
        int stride = matrix.stride();
        for (int c = 0; c < stride; c += 2 * L) {
            sum(matrix.values(), stride, c, index, from, to, out);
        }
    }

    private static void sum(float[] m, int stride, int c, int[] index, int from, int to, float[] out) {
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
        a0.add(b0).intoArray(out, c);
        a1.add(b1).intoArray(out, c + L);
    }

    @Override
    public void addTransposedProduct(FloatCsrMatrix x, int from, int to, float[] rows, int at, PaddedMatrix target) {
        int stride = target.stride();
        for (int c = 0; c < stride; c += 2 * L) {
            scatter(x.rowStart(), x.columnIndex(), x.values(), from, to, rows, at + c, target.values(), stride, c);
        }
    }

    private static void scatter(
            int[] start,
            int[] index,
            float[] weight,
            int from,
            int to,
            float[] rows,
            int at,
            float[] t,
            int stride,
            int c) {
        for (int row = from; row < to; row++) {
            var r0 = FloatVector.fromArray(S, rows, at + (row - from) * stride);
            var r1 = FloatVector.fromArray(S, rows, at + (row - from) * stride + L);
            for (int e = start[row]; e < start[row + 1]; e++) {
                int o = index[e] * stride + c;
                var w = FloatVector.broadcast(S, weight[e]);
                r0.fma(w, FloatVector.fromArray(S, t, o)).intoArray(t, o);
                r1.fma(w, FloatVector.fromArray(S, t, o + L)).intoArray(t, o + L);
            }
        }
    }

    @Override
    public void outer(PaddedMatrix matrix, int from, int to, PaddedMatrix gram) {
        int stride = matrix.stride();
        for (int c = 0; c < stride; c += L) {
            for (int a = 0; a < matrix.columns(); a += 2) { // where columns are odd the last row is one of padding
                outer(matrix.values(), from * stride, to * stride, stride, a, c, gram);
            }
        }
    }

    private static void outer(float[] m, int from, int to, int stride, int a, int c, PaddedMatrix gram) {
        float[] g = gram.values();
        int o = a * stride + c;
        boolean second = a + 1 < gram.rows();
        var even = FloatVector.fromArray(S, g, o);
        var odd = second ? FloatVector.fromArray(S, g, o + stride) : FloatVector.zero(S);
        for (int row = from; row < to; row += stride) {
            var r = FloatVector.fromArray(S, m, row + c);
            even = r.fma(FloatVector.broadcast(S, m[row + a]), even);
            odd = r.fma(FloatVector.broadcast(S, m[row + a + 1]), odd);
        }
        even.intoArray(g, o);
        if (second) {
            odd.intoArray(g, o + stride);
        }
    }

    /// Eight rows at a time, turned so that a lane is a row: component t of the rows is `w[t * 8] … w[t * 8 + 7]`.
    @Override
    public double descend(PaddedMatrix matrix, int from, int to, float[] products, PaddedMatrix gram, int sweeps) {
        int columns = matrix.columns();
        int stride = matrix.stride();
        float[] w = new float[columns * L];
        float[] p = new float[columns * L];
        float[] violations = new float[L];
        float[] later = new float[L];
        double violation = 0;
        for (int row = from; row < to; row += L) {
            int rows = Math.min(L, to - row);
            Turned.read(matrix.values(), row * stride, stride, rows, columns, w, L);
            Turned.read(products, (row - from) * stride, stride, rows, columns, p, L);
            descend(w, p, columns, gram.values(), stride, violations);
            for (int sweep = 1; sweep < sweeps; sweep++) {
                descend(w, p, columns, gram.values(), stride, later);
            }
            Turned.write(w, L, matrix.values(), row * stride, stride, rows, columns);
            for (int q = 0; q < rows; q++) {
                violation += violations[q];
            }
        }
        return violation;
    }

    private static void descend(float[] w, float[] p, int columns, float[] g, int stride, float[] violations) {
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
