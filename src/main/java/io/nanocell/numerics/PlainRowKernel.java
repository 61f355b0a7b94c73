package io.nanocell.numerics;

/// [RowKernel] without the Vector module: four components at a time in local variables, what is left one by one.
final class PlainRowKernel implements RowKernel {

    static final PlainRowKernel INSTANCE = new PlainRowKernel();

    private PlainRowKernel() {}

    @Override
    public void product(FloatCsrMatrix x, int from, int to, PaddedMatrix matrix, float[] out) {
        for (int row = from; row < to; row++) {
            int at = (row - from) * matrix.stride();
            weightedSum(matrix, x.columnIndex(), x.values(), x.rowStart()[row], x.rowStart()[row + 1], out, at);
        }
    }

    private static void weightedSum(
            PaddedMatrix matrix, int[] index, float[] weight, int from, int to, float[] out, int at) {
        float[] m = matrix.values();
        int stride = matrix.stride();
        for (int c = 0; c < stride; c += 4) {
            float a0 = 0, a1 = 0, a2 = 0, a3 = 0;
            float b0 = 0, b1 = 0, b2 = 0, b3 = 0;
            int e = from;
            for (; e + 1 < to; e += 2) {
                int o = index[e] * stride + c;
                float w = weight[e];
                a0 = Math.fma(w, m[o], a0);
                a1 = Math.fma(w, m[o + 1], a1);
                a2 = Math.fma(w, m[o + 2], a2);
                a3 = Math.fma(w, m[o + 3], a3);
                int p = index[e + 1] * stride + c;
                float v = weight[e + 1];
                b0 = Math.fma(v, m[p], b0);
                b1 = Math.fma(v, m[p + 1], b1);
                b2 = Math.fma(v, m[p + 2], b2);
                b3 = Math.fma(v, m[p + 3], b3);
            }
            if (e < to) {
                int o = index[e] * stride + c;
                float w = weight[e];
                a0 = Math.fma(w, m[o], a0);
                a1 = Math.fma(w, m[o + 1], a1);
                a2 = Math.fma(w, m[o + 2], a2);
                a3 = Math.fma(w, m[o + 3], a3);
            }
            store(out, at + c, a0 + b0, a1 + b1, a2 + b2, a3 + b3);
        }
    }

    @Override
    public void sum(PaddedMatrix matrix, int[] index, int from, int to, float[] out) {
        float[] m = matrix.values();
        int stride = matrix.stride();
        for (int c = 0; c < stride; c += 4) {
            float a0 = 0, a1 = 0, a2 = 0, a3 = 0;
            float b0 = 0, b1 = 0, b2 = 0, b3 = 0;
            int e = from;
            for (; e + 1 < to; e += 2) {
                int o = index[e] * stride + c;
                a0 += m[o];
                a1 += m[o + 1];
                a2 += m[o + 2];
                a3 += m[o + 3];
                int p = index[e + 1] * stride + c;
                b0 += m[p];
                b1 += m[p + 1];
                b2 += m[p + 2];
                b3 += m[p + 3];
            }
            if (e < to) {
                int o = index[e] * stride + c;
                a0 += m[o];
                a1 += m[o + 1];
                a2 += m[o + 2];
                a3 += m[o + 3];
            }
            store(out, c, a0 + b0, a1 + b1, a2 + b2, a3 + b3);
        }
    }

    private static void store(float[] out, int at, float s0, float s1, float s2, float s3) {
        out[at] = s0;
        out[at + 1] = s1;
        out[at + 2] = s2;
        out[at + 3] = s3;
    }

    @Override
    public void addTransposedProduct(FloatCsrMatrix x, int from, int to, float[] rows, int at, PaddedMatrix target) {
        for (int row = from; row < to; row++) {
            int own = at + (row - from) * target.stride();
            scatter(rows, own, x.columnIndex(), x.values(), x.rowStart()[row], x.rowStart()[row + 1], target);
        }
    }

    private static void scatter(
            float[] row, int at, int[] index, float[] weight, int from, int to, PaddedMatrix target) {
        float[] t = target.values();
        int stride = target.stride();
        for (int c = 0; c < stride; c += 4) {
            float r0 = row[at + c], r1 = row[at + c + 1], r2 = row[at + c + 2], r3 = row[at + c + 3];
            for (int e = from; e < to; e++) {
                int o = index[e] * stride + c;
                float w = weight[e];
                t[o] = Math.fma(w, r0, t[o]);
                t[o + 1] = Math.fma(w, r1, t[o + 1]);
                t[o + 2] = Math.fma(w, r2, t[o + 2]);
                t[o + 3] = Math.fma(w, r3, t[o + 3]);
            }
        }
    }

    @Override
    public void outer(PaddedMatrix matrix, int from, int to, PaddedMatrix gram) {
        float[] m = matrix.values();
        float[] g = gram.values();
        int columns = matrix.columns();
        int stride = matrix.stride();
        for (int row = from * stride; row < to * stride; row += stride) {
            for (int a = 0; a < columns; a++) {
                float w = m[row + a];
                int o = a * stride;
                for (int c = 0; c < columns; c++) {
                    g[o + c] = Math.fma(w, m[row + c], g[o + c]);
                }
            }
        }
    }

    @Override
    public double descend(PaddedMatrix matrix, int from, int to, float[] products, PaddedMatrix gram, int sweeps) {
        int stride = matrix.stride();
        double violation = 0;
        for (int row = from; row < to; row++) {
            violation += descendRow(matrix, row * stride, products, (row - from) * stride, gram);
            for (int sweep = 1; sweep < sweeps; sweep++) {
                descendRow(matrix, row * stride, products, (row - from) * stride, gram);
            }
        }
        return violation;
    }

    private static float descendRow(PaddedMatrix matrix, int row, float[] products, int product, PaddedMatrix gram) {
        int columns = matrix.columns();
        float[] w = matrix.values();
        float[] g = gram.values();
        float violation = 0;
        for (int t = 0; t < columns; t++) {
            int o = t * gram.stride();
            float even = -products[product + t];
            float odd = 0;
            int r = 0;
            for (; r + 1 < columns; r += 2) {
                even = Math.fma(g[o + r], w[row + r], even);
                odd = Math.fma(g[o + r + 1], w[row + r + 1], odd);
            }
            if (r < columns) {
                even = Math.fma(g[o + r], w[row + r], even);
            }
            float gradient = even + odd;
            float old = w[row + t];
            violation += Math.abs(old == 0 && gradient > 0 ? 0 : gradient);
            float curvature = g[o + t];
            if (curvature != 0) {
                float next = old - gradient / curvature;
                w[row + t] = next > 0 ? next : 0;
            }
        }
        return violation;
    }
}
