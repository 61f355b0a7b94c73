package io.nanocell.evidence.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.GoldenTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenjaminiHochbergTest {

    @Test
    void matchesScipy() {
        Map<Double, List<double[]>> sets = GoldenTable.numbers("benjamini-hochberg/expected.tsv").stream()
                .collect(Collectors.groupingBy(row -> row[0]));

        assertThat(sets).hasSize(6).allSatisfy((set, rows) -> {
            double[] p = rows.stream().mapToDouble(row -> row[1]).toArray();
            double[] expected = rows.stream().mapToDouble(row -> row[2]).toArray();
            assertThat(BenjaminiHochberg.adjust(p)).containsExactly(expected, within(1e-14));
        });
    }

    @Test
    void leavesItsInputUntouched() {
        double[] p = {0.5, 0.01, 0.2};

        assertThat(BenjaminiHochberg.adjust(p)).containsExactly(new double[] {0.5, 0.03, 0.3}, within(1e-15));
        assertThat(p).containsExactly(0.5, 0.01, 0.2);
    }

    @Test
    void takesNoTestsForNoAnswer() {
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsWhatIsNoProbability(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenjaminiHochberg.adjust(new double[] {0.5, p}))
                .withMessageContaining("[0, 1]");
    }
}
