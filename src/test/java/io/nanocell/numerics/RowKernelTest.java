package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Entries and columns around the sizes where the loops change.
class RowKernelTest {

    static final RowKernel PLAIN = PlainRowKernel.INSTANCE;
    static final RowKernel LANES = LaneRowKernel.INSTANCE;

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 1", "2, 7", "3, 8", "7, 9", "8, 10", "15, 16", "16, 17", "31, 24", "100, 31", "101, 50"})
    void lanesEqualPlainLoopsToTheLastBit(int entries, int columns) {
        var random = new SplittableRandom(entries * 100 + columns);
        PaddedMatrix matrix = random(40, columns, random);
        int[] index = random.ints(entries + 3, 0, 40).toArray();
        float[] weight = new float[entries + 3];
        for (int e = 0; e < weight.length; e++) {
            weight[e] = (float) random.nextDouble(-1, 3);
        }
        float[] plain = new float[matrix.stride() + 5];
        float[] lanes = plain.clone();

        PLAIN.weightedSum(matrix, index, weight, 2, 2 + entries, plain, 5);
        LANES.weightedSum(matrix, index, weight, 2, 2 + entries, lanes, 5);
        assertThat(lanes).isEqualTo(plain);

        PLAIN.sum(matrix, index, 2, 2 + entries, plain, 5);
        LANES.sum(matrix, index, 2, 2 + entries, lanes, 5);
        assertThat(lanes).isEqualTo(plain);

        PaddedMatrix scattered = copy(matrix);
        PaddedMatrix scatteredInLanes = copy(matrix);
        PLAIN.scatter(plain, 5, index, weight, 2, 2 + entries, scattered);
        LANES.scatter(plain, 5, index, weight, 2, 2 + entries, scatteredInLanes);
        assertThat(scatteredInLanes.values()).isEqualTo(scattered.values());

        PaddedMatrix gram = PaddedMatrix.zeros(columns, columns);
        PaddedMatrix gramInLanes = PaddedMatrix.zeros(columns, columns);
        PLAIN.outer(matrix, 3, 30, gram);
        LANES.outer(matrix, 3, 30, gramInLanes);
        assertThat(gramInLanes.values()).isEqualTo(gram.values());

        gram.values()[0] = 0; // a component without curvature
        float[] products = random(30, columns, random).values();
        PaddedMatrix descended = copy(matrix);
        PaddedMatrix descendedInLanes = copy(matrix);
        double violation = PLAIN.descend(descended, 3, 3 + entries % 28, products, gram);
        assertThat(LANES.descend(descendedInLanes, 3, 3 + entries % 28, products, gram))
                .isEqualTo(violation);
        assertThat(descendedInLanes.values()).isEqualTo(descended.values());
    }

    @Test
    void keepsThePaddingZero() {
        PaddedMatrix matrix = random(20, 10, new SplittableRandom(1));
        PaddedMatrix gram = PaddedMatrix.zeros(10, 10);

        LANES.outer(matrix, 0, 20, gram);
        LANES.descend(matrix, 0, 20, random(20, 10, new SplittableRandom(2)).values(), gram);

        for (int row = 0; row < 10; row++) {
            for (int c = 10; c < 16; c++) {
                assertThat(gram.values()[row * 16 + c]).isZero();
                assertThat(matrix.values()[row * 16 + c]).isZero();
            }
        }
    }

    @Test
    void choosesLanesForLongWork() {
        assertThat(RowKernel.forWork(1000)).isSameAs(PLAIN);
        assertThat(RowKernel.forWork(1_000_000_000)).isSameAs(LANES);
    }

    private static PaddedMatrix random(int rows, int columns, SplittableRandom random) {
        PaddedMatrix matrix = PaddedMatrix.zeros(rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                matrix.values()[r * matrix.stride() + c] = random.nextInt(4) == 0 ? 0 : (float) random.nextDouble(0, 2);
            }
        }
        return matrix;
    }

    private static PaddedMatrix copy(PaddedMatrix m) {
        return new PaddedMatrix(m.rows(), m.columns(), m.stride(), m.values().clone());
    }
}
