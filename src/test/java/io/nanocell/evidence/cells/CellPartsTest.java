package io.nanocell.evidence.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.ExpressionFixture;
import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells of up to three kinds over 60 genes: genes 10k to 10k + 9 are kind k's, 30 to 59 everybody's, and of each
/// cell's transcripts a tenth comes from anywhere.
class CellPartsTest {

    static final int GENES = 60;

    /// @param shares of the kinds, cell after cell in turn
    static FloatCsrMatrix cells(int cells, int depth, long seed, double... shares) {
        var random = new Random(seed);
        float[][] values = new float[cells][GENES];
        for (int i = 0; i < cells; i++) {
            int kind = kind(i, cells, shares);
            int total = depth / 2 + random.nextInt(depth);
            double[] burst =
                    random.doubles(GENES).map(u -> -Math.log(1 - u)).toArray(); // counts vary more than Poisson's
            for (int t = 0; t < total; t++) {
                double fate = random.nextDouble();
                int gene = fate < 0.1
                        ? random.nextInt(GENES)
                        : fate < 0.5 ? 10 * kind + random.nextInt(10) : 30 + random.nextInt(30);
                if (burst[gene] > 0.3) {
                    values[i][gene]++;
                }
            }
            for (int g = 0; g < GENES; g++) {
                values[i][g] = (float) Math.log1p(values[i][g] * depth / Math.max(1, total));
            }
        }
        return ExpressionFixture.csr(values, GENES);
    }

    static int kind(int cell, int cells, double... shares) {
        double place = (cell * 0.6180339887498949) % 1; // spread evenly
        int kind = 0;
        double end = shares[0];
        while (place >= end && kind < shares.length - 1) {
            end += shares[++kind];
        }
        return kind;
    }

    private static CellMixture parts(FloatCsrMatrix expression) {
        return CellParts.of(
                CellSample.of(expression, IntStream.range(0, expression.rows()).toArray(), 3000));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 60", "0.7, 60", "0.9, 60", "0.5, 20", "0.7, 20"})
    void findsTwoKindsInTheirShares(double share, int depth) {
        CellMixture parts = parts(cells(1500, depth, 1, share, 1 - share));

        assertThat(parts.components()).isEqualTo(2);
        assertThat(Math.max(parts.weight(0), parts.weight(1))).isCloseTo(share, within(0.03));
        int same = 0;
        for (int i = 0; i < 1500; i++) {
            same += parts.of(i) == kind(i, 1500, share, 1 - share) ? 1 : 0;
        }
        assertThat(Math.max(same, 1500 - same)).isGreaterThan(1400);
    }

    @Test
    void findsThreeKinds() {
        CellMixture parts = parts(cells(2000, 60, 2, 0.5, 0.3, 0.2));

        assertThat(parts.components()).isEqualTo(3);
        double[] shares =
                IntStream.range(0, 3).mapToDouble(parts::weight).sorted().toArray();
        assertThat(shares).containsExactly(new double[] {0.2, 0.3, 0.5}, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 60, 300})
    void leavesCellsOfOneKindWhole(int depth) {
        assertThat(parts(cells(1500, depth, 3, 1)).components()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 29})
    void leavesAFewCellsWhole(int cells) {
        assertThat(parts(cells(cells, 60, 4, 0.5, 0.5)).components()).isEqualTo(1);
    }

    @Test
    void cellsWithoutAnyValueDoNoHarm() {
        CellMixture parts = parts(ExpressionFixture.csr(new float[100][GENES], GENES));

        assertThat(parts.components()).isEqualTo(1);
        assertThat(parts.responsibility()).doesNotContain(Double.NaN);
    }

    @Test
    void dealingKeepsEveryGenesAmounts() {
        CellSample sample = CellSample.of(
                cells(200, 60, 5, 0.5, 0.5), IntStream.range(0, 200).toArray(), 200);

        CellSample dealt = sample.dealt(1);

        for (int gene = 0; gene < GENES; gene++) {
            assertThat(amounts(dealt, gene)).containsExactly(amounts(sample, gene));
        }
        assertThat(dealt.start()).isNotEqualTo(sample.start());
    }

    private static double[] amounts(CellSample sample, int gene) {
        return IntStream.range(0, sample.gene().length)
                .filter(e -> sample.gene()[e] == gene)
                .mapToDouble(e -> sample.amount()[e])
                .sorted()
                .toArray();
    }

    @Test
    void takesCellsFromEverywhere() {
        FloatCsrMatrix expression = cells(1000, 60, 6, 0.5, 0.5);

        CellSample sample = CellSample.of(expression, IntStream.range(0, 1000).toArray(), 100);

        assertThat(sample.cells()).isEqualTo(100);
        float[] tenth = Arrays.copyOfRange(sample.amount(), sample.start()[1], sample.start()[2]);
        float unit = CellSample.unit(expression, 10);
        for (int e = 0; e < tenth.length; e++) {
            assertThat(tenth[e]).isEqualTo(expression.values()[expression.rowStart()[10] + e] * unit);
        }
    }
}
