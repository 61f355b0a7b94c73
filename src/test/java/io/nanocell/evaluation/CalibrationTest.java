package io.nanocell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.GoldenValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    static final GoldenValues GOLDEN = new GoldenValues("evaluation");
    static final double[] FIGURES = GOLDEN.rows("figures")[0];

    static Calibration golden() {
        double[][] rows = GOLDEN.rows("answers");
        boolean[] right = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            right[i] = rows[i][1] == 1;
        }
        return Calibration.of(GOLDEN.column("answers", 0), right);
    }

    static Calibration of(double... confidenceAndRight) {
        double[] confidence = new double[confidenceAndRight.length / 2];
        boolean[] right = new boolean[confidence.length];
        for (int i = 0; i < confidence.length; i++) {
            confidence[i] = confidenceAndRight[2 * i];
            right[i] = confidenceAndRight[2 * i + 1] == 1;
        }
        return Calibration.of(confidence, right);
    }

    @Test
    void figuresEqualScikitLearns() {
        assertThat(golden().brier()).isCloseTo(FIGURES[0], within(1e-12));
        assertThat(golden().brierSkill()).isCloseTo(FIGURES[1], within(1e-12));
        assertThat(golden().ece()).isCloseTo(FIGURES[2], within(1e-12));
        assertThat(golden().slope()).isCloseTo(FIGURES[4], within(1e-5));
        assertThat(golden().aurc())
                .isCloseTo(FIGURES[5], within(2e-4)); // the golden one averages random orders of ties
    }

    @Test
    void perfectPredictorsErrAsMuchAsSimulatedElsewhere() {
        var perfect = Objects.requireNonNull(golden().perfectEce());

        assertThat(perfect.draws()).isEqualTo(1000);
        assertThat(perfect.mean()).isCloseTo(FIGURES[6], within(0.002));
        assertThat(perfect.percentile95()).isCloseTo(FIGURES[7], within(0.006));
    }

    @Test
    void coverageAtRiskEqualsASearchOverAllThresholds() {
        var five = Objects.requireNonNull(golden().coverageAtRisk(0.05));
        var ten = Objects.requireNonNull(golden().coverageAtRisk(0.10));

        assertThat(five.coverage()).isEqualTo(FIGURES[8]);
        assertThat(five.low()).isCloseTo(FIGURES[9], within(0.02));
        assertThat(five.high()).isCloseTo(FIGURES[10], within(0.02));
        assertThat(ten.coverage()).isEqualTo(FIGURES[11]);
        assertThat(ten.low()).isCloseTo(FIGURES[12], within(0.02));
        assertThat(ten.high()).isCloseTo(FIGURES[13], within(0.02));
    }

    @Test
    void matchesHandWorkedExample() {
        var calibration = of(0.95, 1, 0.85, 0, 0.85, 1, 1, 1);

        assertThat(calibration.brier()).isCloseTo((0.0025 + 0.7225 + 0.0225) / 4, within(1e-12));
        assertThat(calibration.brierSkill()).isCloseTo(1 - 0.7475 / 4 / (0.75 * 0.25), within(1e-12));
        assertThat(calibration.ece()).isCloseTo(0.5 * 0.35 + 0.5 * 0.025, within(1e-12));
        assertThat(calibration.aurc()).isCloseTo((0 + 0 + 0.5 / 3 + 1.0 / 4) / 4, within(1e-12));
        assertThat(calibration.bins()).hasSize(2);
        assertThat(Objects.requireNonNull(calibration.coverageAtRisk(0.10)).coverage())
                .isEqualTo(0.5);
        assertThat(Objects.requireNonNull(calibration.coverageAtRisk(0.25)).coverage())
                .isEqualTo(1);
    }

    @Test
    void slopeTellsBoldFromTrueAndTimid() {
        var random = new SplittableRandom(3);
        int n = 40_000;
        double[] truth = new double[n];
        double[] bold = new double[n];
        double[] timid = new double[n];
        boolean[] right = new boolean[n];
        for (int i = 0; i < n; i++) {
            double logit = 4 * random.nextDouble() - 2;
            truth[i] = 1 / (1 + Math.exp(-logit));
            bold[i] = 1 / (1 + Math.exp(-2 * logit));
            timid[i] = 1 / (1 + Math.exp(-logit / 2));
            right[i] = random.nextDouble() < truth[i];
        }

        assertThat(Calibration.of(truth, right).slope()).isCloseTo(1, within(0.05));
        assertThat(Calibration.of(bold, right).slope()).isCloseTo(0.5, within(0.03));
        assertThat(Calibration.of(timid, right).slope()).isCloseTo(2, within(0.1));
    }

    @Test
    void whatIsNotDefinedIsNull() {
        assertThat(of().brier()).isNull();
        assertThat(of().ece()).isNull();
        assertThat(of().perfectEce()).isNull();
        assertThat(of().slope()).isNull();
        assertThat(of().aurc()).isNull();
        assertThat(of().coverageAtRisk(0.1)).isNull();
        assertThat(of(0.5, 1, 0.7, 1).brierSkill()).as("all right").isNull();
        assertThat(of(0.5, 1, 0.7, 1).slope()).as("all right").isNull();
        assertThat(of(0.2, 0, 0.3, 0, 0.7, 1, 0.9, 1).slope()).as("separated").isNull();
        assertThat(of(0.5, 1, 0.5, 0, 0.5, 1).slope()).as("one confidence").isNull();
    }

    @Test
    void confidencesZeroAndOneHaveASlope() {
        assertThat(of(0, 0, 0, 1, 1, 1, 1, 0, 1, 1, 0.4, 0, 0.6, 1).slope()).isPositive();
    }

    @Test
    void orderOfAnswersChangesNothing() {
        List<Calibration.Answer> shuffled = new ArrayList<>(golden().answers());
        Collections.reverse(shuffled);

        assertThat(new Calibration(shuffled).perfectEce()).isEqualTo(golden().perfectEce());
        assertThat(new Calibration(shuffled).coverageAtRisk(0.1)).isEqualTo(golden().coverageAtRisk(0.1));
    }

    @Test
    void refusesConfidenceOutsideUnitInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration.Answer("c7", Double.NaN, true))
                .withMessageContaining("confidence of c7 is NaN");
    }
}
