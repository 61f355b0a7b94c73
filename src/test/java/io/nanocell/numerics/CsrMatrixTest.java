package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CsrMatrixTest {

    @Test
    void acceptsEmptyRowsAndMatrices() {
        assertThat(new CsrMatrix(0, 5, new int[] {0}, new int[0], new double[0]).entries())
                .isZero();
        assertThat(new FloatCsrMatrix(3, 4, new int[] {0, 0, 2, 2}, new int[] {0, 3}, new float[2]).entries())
                .isEqualTo(2);
    }

    @Test
    void refusesColumnsThatDoNotAscend() {
        refused("row 0 has column 1 after 1", 1, 3, new int[] {0, 2}, new int[] {1, 1}, 2);
        refused("row 1 has column 0 after 2", 2, 3, new int[] {0, 1, 3}, new int[] {2, 2, 0}, 3);
    }

    @Test
    void refusesColumnsOutsideTheMatrix() {
        refused("row 0 has column 3", 1, 3, new int[] {0, 1}, new int[] {3}, 1);
        refused("row 0 has column -1", 1, 3, new int[] {0, 1}, new int[] {-1}, 1);
    }

    @Test
    void refusesOffsetsThatDoNotFit() {
        refused("2 rows need 3 offsets", 2, 3, new int[] {0, 1}, new int[] {0}, 1);
        refused("offsets run from 0 to 2", 1, 3, new int[] {0, 2}, new int[] {0}, 1);
        refused("offsets run from 1 to 1", 1, 3, new int[] {1, 1}, new int[] {0}, 1);
        refused("row 1 ends at 1 before it starts at 2", 3, 3, new int[] {0, 2, 1, 2}, new int[] {0, 1}, 2);
    }

    @Test
    void refusesAnotherNumberOfValues() {
        refused("1 columns and 2 values", 1, 3, new int[] {0, 1}, new int[] {0}, 2);
    }

    @Test
    void refusesNegativeSizes() {
        refused("-1 × 3", -1, 3, new int[0], new int[0], 0);
    }

    private static void refused(String message, int rows, int columns, int[] rowStart, int[] column, int values) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsrMatrix(rows, columns, rowStart, column, new double[values]))
                .withMessageContaining(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FloatCsrMatrix(rows, columns, rowStart, column, new float[values]))
                .withMessageContaining(message);
    }
}
