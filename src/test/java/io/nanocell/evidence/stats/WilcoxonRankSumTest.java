package io.nanocell.evidence.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.ExpressionFixture;
import io.nanocell.evidence.GoldenTable;
import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WilcoxonRankSumTest {

    @Test
    void matchesScipy() {
        GroupStatistics statistics = new WilcoxonRankSum()
                .compare(ExpressionFixture.goldenExpression(), ExpressionFixture.goldenGroups(), 4);

        for (double[] row : GoldenTable.numbers("wilcoxon/expected.tsv")) {
            int at = ((int) row[0] - 1) * 24 + (int) row[1];
            assertThat(statistics.z()[at]).as("z of %s", Arrays.toString(row)).isCloseTo(row[2], within(1e-9));
            assertThat(WilcoxonRankSum.twoSided(statistics.z()[at])).isCloseTo(row[3], within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 15, 16, 31, 513, 2000})
    void agreesWithRankingEveryValue(int cells) {
        var random = new SplittableRandom(cells);
        float[][] dense = new float[cells][5];
        int[] group = random.ints(cells, 0, 4).toArray();
        for (float[] row : dense) {
            for (int gene = 0; gene < 5; gene++) { // gene 0 rarely, gene 4 almost always; ties everywhere
                row[gene] = random.nextInt(6) > gene ? 0 : (float) Math.log1p(random.nextInt(1, 9) / 3.0);
            }
        }

        GroupStatistics statistics = new WilcoxonRankSum(64).compare(ExpressionFixture.csr(dense, 5), group, 3);

        for (int gene = 0; gene < 5; gene++) {
            for (int g = 1; g <= 3; g++) {
                assertThat(statistics.z()[(g - 1) * 5 + gene]).isCloseTo(slowZ(dense, gene, group, g), within(1e-9));
            }
        }
    }

    /// Counts pairs: U = #(inside > outside) + #(equal) / 2.
    private static double slowZ(float[][] values, int gene, int[] group, int g) {
        double u = 0;
        double ties = 0;
        double n1 = 0;
        double n = values.length;
        for (int i = 0; i < values.length; i++) {
            n1 += group[i] == g ? 1 : 0;
            double same = 0;
            for (int j = 0; j < values.length; j++) {
                same += values[i][gene] == values[j][gene] ? 1 : 0;
                if (group[i] == g && group[j] != g) {
                    u += values[i][gene] > values[j][gene] ? 1 : values[i][gene] == values[j][gene] ? 0.5 : 0;
                }
            }
            ties += same * same - 1; // t(t² − 1), a t-th of it for each of the t members
        }
        double n2 = n - n1;
        double variance = n1 * n2 / 12 * ((n + 1) - ties / (n * (n - 1)));
        return variance > 1e-9 ? (u - n1 * n2 / 2) / Math.sqrt(variance) : 0;
    }

    @Test
    void givesTheSameBytesWithAnyThreadsAndBlocks() {
        FloatCsrMatrix expression = ExpressionFixture.goldenExpression();
        int[] groups = ExpressionFixture.goldenGroups();
        int before = Parallel.threads();
        GroupStatistics whole = new WilcoxonRankSum().compare(expression, groups, 4);
        try {
            Parallel.useThreads(1);
            GroupStatistics alone = new WilcoxonRankSum(1).compare(expression, groups, 4);
            Parallel.useThreads(3);
            GroupStatistics three = new WilcoxonRankSum(700).compare(expression, groups, 4);

            assertThat(alone.z()).containsExactly(whole.z());
            assertThat(three.z()).containsExactly(whole.z());
            assertThat(alone.sumIn()).containsExactly(whole.sumIn());
            assertThat(three.sumOut()).containsExactly(whole.sumOut());
            assertThat(three.detectedIn()).containsExactly(whole.detectedIn());
        } finally {
            Parallel.useThreads(before);
        }
    }

    @Test
    void takesAStoredZeroForAZero() {
        var stored = new FloatCsrMatrix(4, 1, new int[] {0, 1, 2, 2, 3}, new int[] {0, 0, 0}, new float[] {2, 0, 1});
        int[] group = {1, 1, 2, 2};

        GroupStatistics statistics = new WilcoxonRankSum().compare(stored, group, 2);

        assertThat(statistics.z())
                .containsExactly(new WilcoxonRankSum()
                        .compare(ExpressionFixture.csr(new float[][] {{2}, {0}, {0}, {1}}, 1), group, 2)
                        .z());
        assertThat(statistics.detectedIn()).containsExactly(1, 1);
    }

    @Test
    void keepsTheDigitsOfTinyP() {
        // scipy 1.17.1: 2 * scipy.stats.norm.sf(z)
        assertThat(WilcoxonRankSum.twoSided(-20)).isEqualTo(5.507248237212311e-89, within(1e-100));
        assertThat(WilcoxonRankSum.twoSided(37)).isEqualTo(1.1451142445047853e-299, within(1e-310));
        assertThat(WilcoxonRankSum.twoSided(60)).isZero();
        assertThat(WilcoxonRankSum.twoSided(0)).isEqualTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
    void rejectsValuesThatAreNoExpression(float value) {
        var bad = new FloatCsrMatrix(2, 1, new int[] {0, 1, 1}, new int[] {0}, new float[] {value});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WilcoxonRankSum().compare(bad, new int[] {1, 0}, 1))
                .withMessageContaining(String.valueOf(value));
    }

    @Test
    void rejectsAGroupOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WilcoxonRankSum()
                        .compare(ExpressionFixture.csr(new float[][] {{1}, {1}}, 1), new int[] {1, 3}, 2))
                .withMessage("cell 1 is in group 3, but there are 2 groups");
    }

    @Test
    void stopsWhenCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Cancellation.run(
                        () -> true,
                        () -> new WilcoxonRankSum()
                                .compare(ExpressionFixture.goldenExpression(), ExpressionFixture.goldenGroups(), 4)));
    }
}
