package io.nanocell.evidence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.nanocell.evidence.GoldenTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smile.stat.distribution.HyperGeometricDistribution;

class HypergeometricTailTest {

    @Test
    void matchesScipy() {
        for (double[] row : GoldenTable.numbers("hypergeometric/expected.tsv")) {
            var tail = new HypergeometricTail((int) row[0], (int) row[2]);
            assertThat(tail.atLeast((int) row[1], (int) row[3]))
                    .as(Arrays.toString(row))
                    .isCloseTo(row[4], withPercentage(1e-7)); // 1e-9 relative
        }
    }

    @ParameterizedTest
    @CsvSource({"400,15,15,15", "5000,500,1250,400", "5000,200,300,150", "480,400,120,110", "300,1,1,1"})
    void matchesWholeNumbers(int population, int termSize, int drawn, int overlap) {
        BigInteger ways = BigInteger.ZERO;
        for (int x = overlap; x <= Math.min(termSize, drawn); x++) {
            ways = ways.add(choose(termSize, x).multiply(choose(population - termSize, drawn - x)));
        }
        double exact = new BigDecimal(ways)
                .divide(new BigDecimal(choose(population, drawn)), MathContext.DECIMAL64)
                .doubleValue();

        assertThat(new HypergeometricTail(population, drawn).atLeast(termSize, overlap))
                .isCloseTo(exact, withPercentage(1e-10));
    }

    private static BigInteger choose(int n, int k) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return k < 0 ? BigInteger.ZERO : ways;
    }

    @Test
    void sumsSmilesProbabilities() {
        var smile = new HyperGeometricDistribution(377, 40, 60);
        var tail = new HypergeometricTail(377, 60);
        double sum = 0;
        for (int k = 40; k >= 0; k--) {
            sum += smile.p(k);
            assertThat(tail.atLeast(40, k)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void knowsWhatIsCertainAndWhatCannotBe() {
        var tail = new HypergeometricTail(10, 8);

        assertThat(tail.atLeast(5, 3)).isEqualTo(1); // 5 + 8 − 10
        assertThat(tail.atLeast(5, 0)).isEqualTo(1);
        assertThat(tail.atLeast(5, 6)).isZero();
        assertThat(tail.atLeast(0, 0)).isEqualTo(1);
        assertThat(new HypergeometricTail(10, 0).atLeast(5, 1)).isZero();
        assertThat(new HypergeometricTail(10, 10).atLeast(5, 5)).isEqualTo(1);
    }

    @Test
    void rejectsMoreDrawnThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HypergeometricTail(10, 11))
                .withMessage("11 genes of 10 cannot be drawn");
    }
}
