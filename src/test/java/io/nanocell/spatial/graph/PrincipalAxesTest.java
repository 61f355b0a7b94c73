package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.PaddedMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

    private static final int N = 25_000; // more than are sampled
    private static final int D = 4;

    /// Near a line along (1, 2, 3, 4).
    private static PaddedMatrix line() {
        var random = new SplittableRandom(7);
        PaddedMatrix points = PaddedMatrix.zeros(N, D);
        for (int i = 0; i < N; i++) {
            double along = random.nextDouble();
            for (int c = 0; c < D; c++) {
                points.values()[i * points.stride() + c] = (float) (10 + (c + 1) * along + 0.01 * random.nextDouble());
            }
        }
        return points;
    }

    @Test
    void turningKeepsDistancesAndTheFirstAxisHasNearlyAll() {
        PaddedMatrix points = line();
        PrincipalAxes axes = PrincipalAxes.of(points);

        for (int i = 0; i + 1 < N; i += 50) {
            double before = 0;
            double after = 0;
            for (int c = 0; c < D; c++) {
                double b = points.values()[i * points.stride() + c] - points.values()[(i + 1) * points.stride() + c];
                double a = axes.coordinates()[i * D + c] - axes.coordinates()[(i + 1) * D + c];
                before += b * b;
                after += a * a;
            }
            double first = axes.coordinates()[i * D] - axes.coordinates()[(i + 1) * D];
            assertThat(after).isCloseTo(before, within(1e-4));
            assertThat(after - first * first).isLessThan(1e-3);
            for (int c = 0; c < D; c++) {
                double a = axes.coordinates()[i * D + c] - axes.coordinates()[(i + 1) * D + c];
                assertThat(Math.abs(a) - axes.slack()).isLessThanOrEqualTo(Math.sqrt(before));
            }
        }
    }

    @Test
    void pointsThatAreAllTheSameHaveAxesToo() {
        PaddedMatrix points = PaddedMatrix.zeros(3, 2);

        assertThat(PrincipalAxes.of(points).coordinates()).containsOnly(0);
        assertThat(PrincipalAxes.of(points).slack()).isZero();
    }
}
