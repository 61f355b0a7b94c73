package io.nanocell.spatial.hsnmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.GoldenValues;
import io.nanocell.numerics.PaddedMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NmfTest {

    static final GoldenValues GOLDEN = new GoldenValues("nmf");
    static final FloatCsrMatrix EXPRESSION = GOLDEN.sparse("expression");
    static final int RANK = 5;
    static final Nmf NMF = new Nmf(RANK, 1e-4, 500, 0);
    static final NmfStart START =
            new NmfStart(PaddedMatrix.of(GOLDEN.dense("start_w")), transposed(GOLDEN.dense("start_h")));

    @Test
    void descendsAsScikitLearnFromTheSameStart() {
        NmfFactors found = new Nmf(RANK, 1e-4, 500, 0, 1).descend(EXPRESSION, copy(START));

        double[] fit = GOLDEN.rows("fit")[0];
        assertThat(found.iterations()).isEqualTo((int) fit[0]);
        assertThat(found.objective()).isCloseTo(fit[1], within(1e-6 * fit[1]));
        assertThat(found.explainedVariance()).isCloseTo(fit[2], within(1e-6));
        assertClose(dense(found.cells()), GOLDEN.dense("w"), 1e-3);
        assertClose(transposed(found.genes()), GOLDEN.dense("h"), 1e-3);
    }

    @Test
    void threeSweepsNeedFewerIterationsToNoWorseAnObjective() {
        double[] fit = GOLDEN.rows("fit")[0];

        NmfFactors found = NMF.descend(EXPRESSION, copy(START));

        assertThat(found.iterations()).isLessThan((int) fit[0]);
        assertThat(found.objective()).isLessThan(fit[1] * (1 + 1e-6));
    }

    private static NmfStart copy(NmfStart start) {
        PaddedMatrix w = start.cells();
        return new NmfStart(
                new PaddedMatrix(w.rows(), w.columns(), w.stride(), w.values().clone()), start.genes());
    }

    @Test
    void startsAsScikitLearn() {
        NmfStart start = new Nndsvda(RANK, 0).start(EXPRESSION);

        assertClose(dense(start.cells()), GOLDEN.dense("start_w"), 1e-3);
        assertClose(transposed(start.genes()), GOLDEN.dense("start_h"), 1e-3);
    }

    @Test
    void reachesScikitLearnsObjectiveFromItsOwnStart() {
        double[] fit = GOLDEN.rows("fit")[0];

        assertThat(NMF.factorise(EXPRESSION).objective()).isCloseTo(fit[1], within(1e-4 * fit[1]));
    }

    @Test
    void recoversAnExactProduct() {
        double[][] w = {{1, 0}, {2, 0}, {0, 1}, {0, 3}, {1, 1}};
        double[][] h = {{1, 2, 0, 0}, {0, 0, 3, 1}};
        FloatCsrMatrix product = product(w, h);

        NmfFactors found = new Nmf(2, 1e-8, 10_000, 0).factorise(product);

        assertThat(found.explainedVariance()).isCloseTo(1, within(1e-6));
        assertThat(found.objective()).isLessThan(1e-4);
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(new Nmf(RANK, 1e-12, 3, 0).factorise(EXPRESSION).iterations())
                .isEqualTo(3);
    }

    @Test
    void factorisesNothing() {
        var zero = new FloatCsrMatrix(4, 3, new int[5], new int[0], new float[0]);

        NmfFactors found = new Nmf(2, 1e-4, 10, 0).factorise(zero);

        assertThat(found.objective()).isZero();
        assertThat(found.explainedVariance()).isZero();
    }

    @Test
    void refusesARankAboveTheMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nmf(61, 1e-4, 10, 0).factorise(EXPRESSION))
                .withMessageContaining("400 × 60");
    }

    @Test
    void refusesParametersThatAreNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Nmf(0, 1e-4, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nmf(2, Double.NaN, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nmf(2, 1e-4, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nmf(2, 1e-4, 10, 0, 0));
    }

    private static void assertClose(DenseMatrix found, DenseMatrix expected, double relative) {
        double norm = 0;
        double difference = 0;
        for (int i = 0; i < expected.values().length; i++) {
            norm += expected.values()[i] * expected.values()[i];
            double d = found.values()[i] - expected.values()[i];
            difference += d * d;
        }
        assertThat(Math.sqrt(difference / norm)).isLessThan(relative);
        double largest = Arrays.stream(expected.values()).max().orElseThrow();
        assertThat(found.values()).containsExactly(expected.values(), within(relative * largest));
    }

    private static FloatCsrMatrix product(double[][] w, double[][] h) {
        int columns = h[0].length;
        int[] rowStart = new int[w.length + 1];
        int[] column = new int[w.length * columns];
        float[] value = new float[column.length];
        for (int r = 0; r < w.length; r++) {
            for (int c = 0; c < columns; c++) {
                column[r * columns + c] = c;
                for (int f = 0; f < h.length; f++) {
                    value[r * columns + c] += (float) (w[r][f] * h[f][c]);
                }
            }
            rowStart[r + 1] = (r + 1) * columns;
        }
        return new FloatCsrMatrix(w.length, columns, rowStart, column, value);
    }

    private static DenseMatrix dense(PaddedMatrix m) {
        double[] values = new double[m.rows() * m.columns()];
        Arrays.setAll(values, i -> m.get(i / m.columns(), i % m.columns()));
        return new DenseMatrix(m.rows(), m.columns(), values);
    }

    private static DenseMatrix transposed(DenseMatrix m) {
        double[] values = new double[m.values().length];
        Arrays.setAll(values, i -> m.get(i % m.rows(), i / m.rows()));
        return new DenseMatrix(m.columns(), m.rows(), values);
    }
}
