package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.confidence.RiskCurve.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskCurveTest {

    /// 19 right ones at 0.9, 10 at 0.6 of which 4 are wrong.
    static RiskCurve nineteenSureTenUnsure() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            outcomes.add(new Outcome(0.9, true));
        }
        for (int i = 0; i < 10; i++) {
            outcomes.add(new Outcome(0.6, i >= 4));
        }
        return RiskCurve.of(outcomes);
    }

    @Test
    void countsTheClusterToComeAsCalledAndWrong() {
        RiskCurve curve = nineteenSureTenUnsure();

        assertThat(curve.threshold(0.05)).isEqualTo(OptionalDouble.of(0.61)); // (0 + 1) / (19 + 1)
        assertThat(curve.threshold(0.049)).isEmpty();
        assertThat(curve.threshold(0.17)).isEqualTo(OptionalDouble.of(0)); // (4 + 1) / (29 + 1)
        assertThat(curve.threshold(0.166)).isEqualTo(OptionalDouble.of(0.61));
    }

    @Test
    void promisesNothingWithoutCases() {
        assertThat(RiskCurve.of(List.of()).threshold(0.5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void refusesARateOutsideTheOpenUnitInterval(double rate) {
        assertThatThrownBy(() -> nineteenSureTenUnsure().threshold(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(rate));
    }

    /// Confidences that are too bold by a third do no harm: the promise rests on outcomes, not on the confidence.
    @Test
    void keepsItsPromiseOverDrawsOfCalibrationCases() {
        var random = new SplittableRandom(5);
        for (double rate : new double[] {0.05, 0.1, 0.2}) {
            int called = 0;
            int wrong = 0;
            for (int trial = 0; trial < 300; trial++) {
                OptionalDouble threshold = RiskCurve.of(draw(random, 400)).threshold(rate);
                if (threshold.isPresent()) {
                    for (Outcome fresh : draw(random, 100)) {
                        boolean isCalled = fresh.confidence() >= threshold.getAsDouble();
                        called += isCalled ? 1 : 0;
                        wrong += isCalled && !fresh.right() ? 1 : 0;
                    }
                }
            }
            assertThat((double) wrong / called).as("rate %s", rate).isBetween(0.7 * rate, 1.02 * rate);
        }
    }

    private static List<Outcome> draw(SplittableRandom random, int n) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double confidence = random.nextDouble();
            outcomes.add(new Outcome(confidence, random.nextDouble() < Math.pow(confidence, 0.75)));
        }
        return outcomes;
    }
}
