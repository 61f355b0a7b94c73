package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfidenceModelTest {

    static final double MARKERS = 10;

    static ConfidenceParts parts(double[] x, @Nullable Double heterogeneity, @Nullable Double leakage) {
        return new ConfidenceParts(
                MARKERS,
                x[0],
                x[1],
                x[2],
                x[3],
                x[4],
                x[5],
                x[6],
                x[7],
                x[8],
                x[9],
                x[10],
                x[11],
                null,
                heterogeneity,
                leakage);
    }

    static double[] random(SplittableRandom random) {
        double[] x = new double[12];
        for (int k = 0; k < x.length; k++) {
            x[k] = random.nextDouble();
        }
        x[11] *= 3; // entropy, in nats
        return x;
    }

    /// Sizes that were fitted, between and beyond them.
    static Stream<Arguments> settings() {
        return Stream.concat(
                Stream.of(Arguments.of(CalibrationSetting.LIST, PanelModels.NO_PANEL)),
                Stream.of(CalibrationSetting.PANEL, CalibrationSetting.CELLS)
                        .flatMap(setting -> IntStream.of(50, 300, 500, 700, 1000, 3000, 5000, 20_000)
                                .mapToObj(genes -> Arguments.of(setting, genes))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void neverFallsWhenAPartThatSpeaksForTheCandidateRises(CalibrationSetting setting, int genes) {
        ConfidenceModel model = ConfidenceCalibration.shipped().model(setting, genes);
        var random = new SplittableRandom(3);
        for (int trial = 0; trial < 500; trial++) {
            double[] x = random(random);
            double before = model.value(parts(x, 0.2, 0.2));
            for (int k = 0; k < x.length; k++) {
                double[] more = x.clone();
                more[k] += random.nextDouble() * (1 - Math.min(1, more[k]));
                double after = model.value(parts(more, 0.2, 0.2));
                if (k == 6 || k == 11) { // a second lineage and entropy speak against
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
    @MethodSource("settings")
    void callsWhatConvincesAndNotWhatDoesNot(CalibrationSetting setting, int genes) {
        ConfidenceModel model = ConfidenceCalibration.shipped().model(setting, genes);
        double convincing =
                model.value(parts(new double[] {0.99, 0.98, 0.1, 0.9, 0.9, 0.8, 0.5, 0.8, 1, 0.7, 1, 1.5}, null, null));
        double empty =
                model.value(parts(new double[] {0.1, 0.3, 0, 0.1, 0.3, 0.1, 0.9, 0.2, 0.4, 0, 0.4, 2.2}, null, null));

        assertThat(convincing).isGreaterThan(ConfidenceScorer.DEFAULT_HIGH);
        assertThat(empty).isLessThan(ConfidenceScorer.DEFAULT_MODERATE);
    }

    @Test
    void staysAProbabilityWhateverThePosterior() {
        ConfidenceModel model = ConfidenceCalibration.shipped().model(CalibrationSetting.LIST, PanelModels.NO_PANEL);
        for (double posterior : new double[] {0, Double.NaN, 1, -1, 2, Double.MIN_VALUE}) {
            double[] x = {posterior, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
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
