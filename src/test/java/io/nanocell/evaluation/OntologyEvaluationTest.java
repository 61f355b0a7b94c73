package io.nanocell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.CellType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OntologyEvaluationTest {

    /// A T cell above a CD8 T cell, a hepatocyte, and twenty-seven others below one general term.
    static OntologyEvaluation evaluation() {
        List<CellType> types = new ArrayList<>();
        types.add(new CellType("CL:0", "cell", List.of(), List.of()));
        types.add(new CellType("CL:1", "T cell", List.of("CL:0"), List.of()));
        types.add(new CellType("CL:2", "CD8 T cell", List.of("CL:1"), List.of()));
        types.add(new CellType("CL:3", "hepatocyte", List.of("CL:0"), List.of()));
        for (int i = 4; i < 31; i++) {
            types.add(new CellType("CL:" + i, "other " + i, List.of("CL:0"), List.of()));
        }
        return new OntologyEvaluation(new CellOntology(types, Map.of("CL:99", "CL:3")));
    }

    static Prediction called(String id, String type, double confidence) {
        return new Prediction(id, type, confidence, List.of());
    }

    @Test
    void givesHalfForAnAncestorAndNothingForTheGeneralTerm() {
        var truths =
                List.of(new Truth("a", Set.of("CL:2")), new Truth("b", Set.of("CL:2")), new Truth("c", Set.of("CL:2")));
        var scores = evaluation()
                .score(List.of(called("a", "CL:2", 0.9), called("b", "CL:1", 0.8), called("c", "CL:0", 0.1)), truths);

        assertThat(scores.exact()).isEqualTo(1.0 / 3);
        assertThat(scores.ontologyMean()).isEqualTo(0.5);
        assertThat(scores.selectiveAccuracy()).isEqualTo(2.0 / 3);
        assertThat(scores.coverage()).isEqualTo(1);
    }

    @Test
    void countsWhatWasNotCalledAsNothingButLooksAtTentativeAnswersForTop3() {
        var tentative = new Prediction(
                "a",
                null,
                null,
                List.of(new Prediction.Alternative("CL:4", 0.3), new Prediction.Alternative("CL:3", 0.2)));
        var scores = evaluation().score(List.of(tentative), List.of(new Truth("a", Set.of("CL:99"))));

        assertThat(scores.ontologyMean()).isZero();
        assertThat(scores.coverage()).isZero();
        assertThat(scores.selectiveAccuracy()).isNull();
        assertThat(scores.top3()).isEqualTo(1);
        assertThat(scores.brier()).isCloseTo(0.09, within(1e-12));
        assertThat(scores.confusion()).containsExactly(new Scores.Confusion("CL:3", "Unresolved", 1));
    }

    @Test
    void countsTruthWithoutPrediction() {
        var scores = evaluation()
                .score(
                        List.of(called("a", "CL:3", 1)),
                        List.of(new Truth("a", Set.of("CL:3")), new Truth("b", Set.of("CL:3"))));

        assertThat(scores.n()).isEqualTo(2);
        assertThat(scores.ontologyMean()).isEqualTo(0.5);
    }

    @Test
    void macroF1WeighsClassesEqually() {
        var truths = List.of(
                new Truth("a", Set.of("CL:3")),
                new Truth("b", Set.of("CL:3")),
                new Truth("c", Set.of("CL:3")),
                new Truth("d", Set.of("CL:4")));
        var predictions =
                List.of(called("a", "CL:3", 1), called("b", "CL:3", 1), called("c", "CL:3", 1), called("d", "CL:3", 1));

        // hepatocyte: precision 3/4, recall 1, F1 6/7; the other class: 0
        assertThat(evaluation().score(predictions, truths).macroF1()).isCloseTo(3.0 / 7, within(1e-12));
    }

    @Test
    void calibrationMatchesHandWorkedExample() {
        var calibration = new Calibration(List.of(
                new Calibration.Answer("a", 0.95, true),
                new Calibration.Answer("b", 0.85, false),
                new Calibration.Answer("c", 0.85, true),
                new Calibration.Answer("d", 1, true)));

        assertThat(calibration.brier()).isCloseTo((0.0025 + 0.7225 + 0.0225) / 4, within(1e-12));
        assertThat(calibration.ece()).isCloseTo(0.5 * 0.35 + 0.5 * 0.025, within(1e-12));
        assertThat(calibration.aurc()).isCloseTo((0 + 0 + 0.5 / 3 + 1.0 / 4) / 4, within(1e-12));
        assertThat(calibration.bins()).hasSize(2);
    }

    @Test
    void refusesTwoPredictionsOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation()
                        .score(
                                List.of(called("a", "CL:3", 1), called("a", "CL:4", 1)),
                                List.of(new Truth("a", Set.of("CL:3")))))
                .withMessageContaining("a is predicted twice");
    }

    @Test
    void refusesTruthThatIsNoTerm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation().score(List.of(), List.of(new Truth("a", Set.of("CL:77")))))
                .withMessageContaining("CL:77");
    }

    @Test
    void refusesEmptyTruth() {
        assertThatIllegalArgumentException().isThrownBy(() -> evaluation().score(List.of(), List.of()));
    }
}
