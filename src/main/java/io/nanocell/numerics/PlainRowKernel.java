package io.nanocell.numerics;

/// [RowKernel] without the Vector module: eight components at a time in local variables, what is left one by one.
final class PlainRowKernel implements RowKernel {

    static final PlainRowKernel INSTANCE = new PlainRowKernel();

    private PlainRowKernel() {}

    @Override
    public void weightedSum(PaddedMatrix matrix, int[] index, float[] weight, int from, int to, float[] out, int at) {
        float[] m = matrix.values();
        int stride = matrix.stride();
        int columns = matrix.columns();
        int c = 0;
        for (; c + 8 <= columns; c += 8) {
            float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
            for (int e = from; e < to; e++) {
                int o = index[e] * stride + c;
                float w = weight[e];
                s0 = Math.fma(w, m[o], s0);
                s1 = Math.fma(w, m[o + 1], s1);
                s2 = Math.fma(w, m[o + 2], s2);
                s3 = Math.fma(w, m[o + 3], s3);
                s4 = Math.fma(w, m[o + 4], s4);
                s5 = Math.fma(w, m[o + 5], s5);
                s6 = Math.fma(w, m[o + 6], s6);
                s7 = Math.fma(w, m[o + 7], s7);
            }
            store(out, at + c, s0, s1, s2, s3, s4, s5, s6, s7);
        }
        for (; c + 2 <= columns; c += 2) {
            float s0 = 0, s1 = 0;
            for (int e = from; e < to; e++) {
                int o = index[e] * stride + c;
                s0 = Math.fma(weight[e], m[o], s0);
                s1 = Math.fma(weight[e], m[o + 1], s1);
            }
            out[at + c] = s0;
            out[at + c + 1] = s1;
        }
        if (c < columns) {
            float s = 0;
            for (int e = from; e < to; e++) {
                s = Math.fma(weight[e], m[index[e] * stride + c], s);
            }
            out[at + c] = s;
        }
    }

    @Override
    public void sum(PaddedMatrix matrix, int[] index, int from, int to, float[] out, int at) {
        float[] m = matrix.values();
        int stride = matrix.stride();
        int columns = matrix.columns();
        int c = 0;
        for (; c + 8 <= columns; c += 8) {
            float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
            for (int e = from; e < to; e++) {
                int o = index[e] * stride + c;
                s0 += m[o];
                s1 += m[o + 1];
                s2 += m[o + 2];
                s3 += m[o + 3];
                s4 += m[o + 4];
                s5 += m[o + 5];
                s6 += m[o + 6];
                s7 += m[o + 7];
            }
            store(out, at + c, s0, s1, s2, s3, s4, s5, s6, s7);
        }
        for (; c + 2 <= columns; c += 2) {
            float s0 = 0, s1 = 0;
            for (int e = from; e < to; e++) {
                int o = index[e] * stride + c;
                s0 += m[o];
                s1 += m[o + 1];
            }
            out[at + c] = s0;
            out[at + c + 1] = s1;
        }
        if (c < columns) {
            float s = 0;
            for (int e = from; e < to; e++) {
                s += m[index[e] * stride + c];
            }
            out[at + c] = s;
        }
    }

    private static void store(
            float[] out, int at, float s0, float s1, float s2, float s3, float s4, float s5, float s6, float s7) {
        out[at] = s0;
        out[at + 1] = s1;
        out[at + 2] = s2;
        out[at + 3] = s3;
        out[at + 4] = s4;
        out[at + 5] = s5;
        out[at + 6] = s6;
        out[at + 7] = s7;
    }

    @Override
    public void scatter(float[] row, int at, int[] index, float[] weight, int from, int to, PaddedMatrix target) {
        float[] t = target.values();
        int stride = target.stride();
        int columns = target.columns();
        int c = 0;
        for (; c + 4 <= columns; c += 4) {
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
        for (; c < columns; c++) {
            float r = row[at + c];
            for (int e = from; e < to; e++) {
                int o = index[e] * stride + c;
                t[o] = Math.fma(weight[e], r, t[o]);
            }
        }
    }

    @Override
    public void outer(float[] row, int at, PaddedMatrix gram) {
        float[] g = gram.values();
        int columns = gram.columns();
        for (int a = 0; a < columns; a++) {
            float w = row[at + a];
            int o = a * gram.stride();
            for (int c = 0; c < columns; c++) {
                g[o + c] = Math.fma(w, row[at + c], g[o + c]);
            }
        }
    }
}
