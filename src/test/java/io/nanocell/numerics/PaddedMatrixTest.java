package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddedMatrixTest {

    @ParameterizedTest
    @CsvSource({"1, 16", "8, 16", "16, 16", "17, 32", "50, 64"})
    void roundsRowsUpToWholeVectors(int columns, int stride) {
        assertThat(PaddedMatrix.zeros(3, columns).stride()).isEqualTo(stride);
        assertThat(PaddedMatrix.zeros(3, columns).values()).hasSize(3 * stride);
    }

    @Test
    void gathersRows() {
        PaddedMatrix m = PaddedMatrix.of(DenseMatrix.ofRows(new double[] {1, 2}, new double[] {3, 4}));

        PaddedMatrix gathered = m.gather(new int[] {1, 0, 1});

        assertThat(gathered.get(0, 1)).isEqualTo(4);
        assertThat(gathered.get(1, 0)).isEqualTo(1);
        assertThat(gathered.get(2, 0)).isEqualTo(3);
    }

    @Test
    void refusesOtherShapes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaddedMatrix(2, 3, 3, new float[6]));
        assertThatIllegalArgumentException().isThrownBy(() -> new PaddedMatrix(2, 3, 8, new float[6]));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> PaddedMatrix.zeros(Integer.MAX_VALUE / 16 + 1, 10));
    }
}
