package io.nanocell.evidence.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.ExpressionFixture;
import io.nanocell.evidence.GoldenTable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseFloorTest {

    @Test
    void interpolatesAsNumpy() {
        for (String[] row : GoldenTable.rows("noise-floor/expected.tsv")) {
            double[] shares = Arrays.stream(row[2].split(","))
                    .mapToDouble(Double::parseDouble)
                    .sorted()
                    .toArray();
            assertThat(NoiseFloor.quantile(shares, 0.95)).isCloseTo(Double.parseDouble(row[1]), within(1e-15));
        }
    }

    @Test
    void countsCellsOfTheClusterPerControl() {
        // cluster 1: cells 0–3, control 0 in two of them, control 1 in one; cluster 2: cell 4; cell 5 in none
        float[][] controls = {{1, 0}, {3, 0}, {0, 1}, {0, 0}, {0, 2}, {1, 1}};

        double[] floors =
                new NoiseFloor(1, 0.02).of(ExpressionFixture.csr(controls, 2), new int[] {1, 1, 1, 1, 2, 0}, 3);

        assertThat(floors).containsExactly(0.5, 1, 0);
    }

    @Test
    void fallsBackOnTwoPercentWithoutControls() {
        assertThat(new NoiseFloor().of(ExpressionFixture.csr(new float[3][0], 0), new int[] {1, 2, 2}, 2))
                .containsExactly(0.02, 0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsAPercentileOutsideUnitInterval(double percentile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseFloor(percentile, 0.02))
                .withMessageContaining("percentile");
    }
}
