package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 60})
    void solvesTheEigenvalueEquation(int n) {
        var random = new SplittableRandom(n);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * n + j] = a[j * n + i] = random.nextDouble(-1, 1);
            }
        }

        SymmetricEigen eigen = SymmetricEigen.of(new DenseMatrix(n, n, a));

        for (int v = 0; v < n; v++) {
            assertThat(eigen.values()[v]).isLessThanOrEqualTo(v == 0 ? n : eigen.values()[v - 1]);
            double norm = 0;
            for (int i = 0; i < n; i++) {
                double image = 0;
                for (int j = 0; j < n; j++) {
                    image += a[i * n + j] * eigen.vectors().get(j, v);
                }
                assertThat(image).isCloseTo(eigen.values()[v] * eigen.vectors().get(i, v), within(1e-12 * n));
                norm += eigen.vectors().get(i, v) * eigen.vectors().get(i, v);
            }
            assertThat(norm).isCloseTo(1, within(1e-12));
        }
    }
}
