package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Entries and columns around the sizes where the loops change.
class RowKernelTest {

    static final RowKernel PLAIN = PlainRowKernel.INSTANCE;

    static List<RowKernel> withLanes() {
        return List.of(LaneRowKernel.INSTANCE, WideRowKernel.INSTANCE);
    }

    static Stream<Arguments> kernelsAndSizes() {
        int[][] sizes = {
            {0, 10}, {1, 1}, {2, 7}, {3, 8}, {7, 9}, {8, 10}, {15, 16}, {16, 17}, {31, 24}, {100, 31}, {101, 50}
        };
        return withLanes().stream()
                .flatMap(kernel -> Stream.of(sizes).map(size -> Arguments.of(kernel, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("kernelsAndSizes")
    void lanesEqualPlainLoopsToTheLastBit(RowKernel kernel, int entries, int columns) {
        var random = new SplittableRandom(entries * 100 + columns);
        PaddedMatrix matrix = random(300, columns, random);
        FloatCsrMatrix x = rows(entries, random);
        float[] plain = new float[3 * matrix.stride()];
        float[] lanes = plain.clone();

        PLAIN.product(x, 1, 4, matrix, plain);
        kernel.product(x, 1, 4, matrix, lanes);
        assertThat(lanes).isEqualTo(plain);

        PaddedMatrix scattered = copy(matrix);
        PaddedMatrix scatteredInLanes = copy(matrix);
        PLAIN.addTransposedProduct(x, 1, 4, plain, 0, scattered);
        kernel.addTransposedProduct(x, 1, 4, plain, 0, scatteredInLanes);
        assertThat(scatteredInLanes.values()).isEqualTo(scattered.values());

        PLAIN.sum(matrix, x.columnIndex(), 2, 2 + entries, plain);
        kernel.sum(matrix, x.columnIndex(), 2, 2 + entries, lanes);
        assertThat(lanes).isEqualTo(plain);

        PaddedMatrix gram = PaddedMatrix.zeros(columns, columns);
        PaddedMatrix gramInLanes = PaddedMatrix.zeros(columns, columns);
        PLAIN.outer(matrix, 3, 30, gram);
        kernel.outer(matrix, 3, 30, gramInLanes);
        assertThat(gramInLanes.values()).isEqualTo(gram.values());

        gram.values()[0] = 0; // a component without curvature
        float[] products = random(30, columns, random).values();
        PaddedMatrix descended = copy(matrix);
        PaddedMatrix descendedInLanes = copy(matrix);
        int to = 3 + entries % 28;
        double violation = PLAIN.descend(descended, 3, to, products, gram, 1 + entries % 3);
        assertThat(kernel.descend(descendedInLanes, 3, to, products, gram, 1 + entries % 3))
                .isEqualTo(violation);
        assertThat(descendedInLanes.values()).isEqualTo(descended.values());
    }

    @Test
    void sweepsTwiceAsIfItWasCalledTwice() {
        PaddedMatrix gram = PaddedMatrix.zeros(10, 10);
        PLAIN.outer(random(30, 10, new SplittableRandom(3)), 0, 30, gram);
        float[] products = random(20, 10, new SplittableRandom(4)).values();
        PaddedMatrix once = random(20, 10, new SplittableRandom(5));
        PaddedMatrix twice = copy(once);

        double first = PLAIN.descend(once, 0, 20, products, gram, 1);
        double second = PLAIN.descend(once, 0, 20, products, gram, 1);

        assertThat(PLAIN.descend(twice, 0, 20, products, gram, 2))
                .isEqualTo(first)
                .isGreaterThan(second);
        assertThat(twice.values()).isEqualTo(once.values());
    }

    @ParameterizedTest
    @MethodSource("withLanes")
    void keepsThePaddingZero(RowKernel kernel) {
        PaddedMatrix matrix = random(20, 9, new SplittableRandom(1));
        PaddedMatrix gram = PaddedMatrix.zeros(9, 9);

        kernel.outer(matrix, 0, 20, gram);
        kernel.descend(matrix, 0, 20, random(20, 9, new SplittableRandom(2)).values(), gram, 2);

        for (int row = 0; row < 9; row++) {
            for (int c = 9; c < 16; c++) {
                assertThat(gram.values()[row * 16 + c]).isZero();
                assertThat(matrix.values()[row * 16 + c]).isZero();
            }
        }
    }

    @Test
    void choosesLanesForLongWork() {
        assertThat(RowKernel.forWork(1000)).isSameAs(PLAIN);
        assertThat(RowKernel.forWork(1_000_000_000)).isIn(withLanes());
    }

    /// Rows of 2, `entries`, 1 and `entries` entries over 300 columns.
    private static FloatCsrMatrix rows(int entries, SplittableRandom random) {
        int[] start = {0, 2, 2 + entries, 3 + entries, 3 + 2 * entries};
        int[] columns = new int[start[4]];
        float[] values = new float[columns.length];
        for (int row = 0; row < 4; row++) {
            int column = -1;
            for (int e = start[row]; e < start[row + 1]; e++) {
                column += 1 + random.nextInt(2);
                columns[e] = column;
                values[e] = (float) random.nextDouble(-1, 3);
            }
        }
        return new FloatCsrMatrix(4, 300, start, columns, values);
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
