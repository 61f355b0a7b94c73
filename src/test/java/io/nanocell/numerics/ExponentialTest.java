package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void isWithinTwoUnitsOfStrictMath() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            double x = i % 2 == 0 ? random.nextDouble(-708, 709) : random.nextDouble(-3, 3);
            double exact = StrictMath.exp(x);
            assertThat(Math.abs(Exponential.of(x) - exact)).as("x = %s", x).isLessThanOrEqualTo(2 * Math.ulp(exact));
        }
    }

    @Test
    void knowsTheEndsAndTheMiddle() {
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        assertThat(Exponential.of(-1e9)).isZero();
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.of(1e9)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.of(Double.NaN)).isNaN();
        assertThat(Exponential.of(709)).isFinite();
        assertThat(Exponential.of(-708)).isPositive();
    }
}
