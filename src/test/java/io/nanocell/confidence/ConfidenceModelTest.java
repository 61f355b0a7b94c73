package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfidenceModelTest {

    static ConfidenceParts parts(double[] x, @Nullable Double heterogeneity, @Nullable Double leakage) {
        return new ConfidenceParts(x[0], x[1], x[2], x[3], x[4], x[5], x[6], null, heterogeneity, leakage);
    }

    static double[] random(SplittableRandom random) {
        double[] x = new double[7];
        for (int k = 0; k < x.length; k++) {
            x[k] = random.nextDouble();
        }
        x[6] *= 3; // entropy, in nats
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void neverFallsWhenAPartThatSpeaksForTheCandidateRises(CalibrationSetting setting) {
        ConfidenceModel model = ConfidenceCalibration.shipped().model(setting);
        var random = new SplittableRandom(3);
        for (int trial = 0; trial < 500; trial++) {
            double[] x = random(random);
            double before = model.value(parts(x, 0.2, 0.2));
            for (int k = 0; k < x.length; k++) {
                double[] more = x.clone();
                more[k] += random.nextDouble() * (1 - Math.min(1, more[k]));
                double after = model.value(parts(more, 0.2, 0.2));
                if (k == 6) { // entropy speaks against
                    assertThat(after).isLessThanOrEqualTo(before);
                } else {
                    assertThat(after).isGreaterThanOrEqualTo(before);
                }
            }
            assertThat(model.value(parts(x, 0.3, 0.2))).isLessThanOrEqualTo(before);
            assertThat(model.value(parts(x, 0.2, 0.3))).isLessThanOrEqualTo(before);
            assertThat(before).isStrictlyBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsWhatConvincesAndNotWhatDoesNot(CalibrationSetting setting) {
        ConfidenceModel model = ConfidenceCalibration.shipped().model(setting);
        double convincing = model.value(parts(new double[] {0.99, 0.9, 0.8, 1, 0.7, 1, 1.5}, null, null));
        double empty = model.value(parts(new double[] {0.1, 0.1, 0.2, 0.4, 0, 0.4, 2.2}, null, null));

        assertThat(convincing).isGreaterThan(ConfidenceScorer.DEFAULT_HIGH);
        assertThat(empty).isLessThan(ConfidenceScorer.DEFAULT_MODERATE);
    }

    @Test
    void staysAProbabilityWhateverThePosterior() {
        ConfidenceModel model = ConfidenceCalibration.shipped().model(CalibrationSetting.LIST);
        for (double posterior : new double[] {0, Double.NaN, 1, -1, 2, Double.MIN_VALUE}) {
            double[] x = {posterior, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
            assertThat(model.value(parts(x, null, null))).isStrictlyBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesAWeightThatWouldTurnAPartAround() {
        List<Double> weights = new ArrayList<>(Collections.nCopies(ConfidenceModel.TERMS.size(), 1.0));
        weights.set(3, -0.1);
        assertThatThrownBy(() -> new ConfidenceModel(0, weights)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> new ConfidenceModel(0, List.of(1.0))).hasMessageContaining("posterior");
        assertThatThrownBy(
                        () -> new ConfidenceModel(Double.NaN, Collections.nCopies(ConfidenceModel.TERMS.size(), 1.0)))
                .hasMessageContaining("NaN");
    }
}
