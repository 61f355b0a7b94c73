package io.nanocell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

    static List<Calibration.Answer> answers(int n, int everyWrong) {
        double[] confidence =
                IntStream.range(0, n).mapToDouble(i -> 1 - (i + 0.0) / n).toArray();
        boolean[] right = new boolean[n];
        for (int i = 0; i < n; i++) {
            right[i] = (i + 1) % everyWrong != 0;
        }
        return Calibration.of(confidence, right).answers();
    }

    @Test
    void questionsWithoutAnswerAreNeverCovered() {
        var curve = new RiskCoverage(answers(10, 1000), 40);

        assertThat(curve.atRisks(0.05).getFirst().coverage()).isEqualTo(0.25);
        assertThat(curve.points().getLast()).isEqualTo(new RiskPoint(0.25, 0, 1 - 9 / 10.0));
    }

    @Test
    void riskThatIsJustBorneCounts() {
        assertThat(new RiskCoverage(answers(70, 10), 70)
                        .atRisks(0.10)
                        .getFirst()
                        .coverage())
                .isEqualTo(1);
    }

    @Test
    void longCurvesAreThinnedAndEndAtTheLeastSure() {
        var points = new RiskCoverage(answers(1001, 7), 1001).points();

        assertThat(points).hasSizeBetween(100, 200);
        assertThat(points.getLast().coverage()).isEqualTo(1);
        assertThat(points.getLast().risk()).isEqualTo(143 / 1001.0);
        assertThat(points).extracting(RiskPoint::coverage).isSorted();
    }

    @Test
    void noAnswersMakeNoCurve() {
        assertThat(new RiskCoverage(List.of(), 3).points()).isEmpty();
    }

    @Test
    void refusesMoreAnswersThanQuestions() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskCoverage(answers(3, 2), 2));
    }
}
