package io.nanocell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.GoldenValues;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.CellType;
import io.nanocell.reference.Lineages;
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
    void macroF1EqualsScikitLearns() {
        var golden = new GoldenValues("evaluation");
        double[][] classes = golden.rows("classes");
        List<Prediction> predictions = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            truths.add(new Truth("c" + i, Set.of("CL:" + (int) (10 + classes[i][0]))));
            predictions.add(called("c" + i, "CL:" + (int) (10 + classes[i][1]), 0.5));
        }

        assertThat(evaluation().score(predictions, truths).macroF1()).isCloseTo(golden.rows("f1")[0][0], within(1e-12));
    }

    @Test
    void tellsTissuesAndLineagesApart() {
        var ontology = evaluation().ontology();
        var lineages = new Lineages(ontology, Map.of("CL:1", "lymphoid", "CL:3", "hepatic"), Map.of());
        var scores = new OntologyEvaluation(ontology, lineages)
                .score(
                        List.of(called("a", "CL:1", 0.9), called("b", "CL:3", 0.8), called("c", "CL:3", 0.7)),
                        List.of(
                                new Truth("a", "liver", Set.of("CL:2")),
                                new Truth("b", "liver", Set.of("CL:3")),
                                new Truth("c", "blood", Set.of("CL:2")),
                                new Truth("d", null, Set.of("CL:2", "CL:4"))));

        assertThat(scores.byTissue()).extracting(Scores.Group::name).containsExactly("blood", "liver");
        assertThat(scores.byTissue().get(1).ontologyMean()).isEqualTo(0.75);
        assertThat(scores.byTissue().get(1).n()).isEqualTo(2);
        assertThat(scores.byTissue().get(1).brierSkill()).as("both right").isNull();
        assertThat(scores.byTissue().get(1).ece()).isCloseTo((0.1 + 0.2) / 2, within(1e-12));
        assertThat(scores.byTissue().get(1).coverageAtRisk())
                .extracting(CoverageAtRisk::risk, CoverageAtRisk::coverage)
                .containsExactly(tuple(0.05, 1.0), tuple(0.10, 1.0));
        assertThat(scores.byTissue().getFirst().coverageAtRisk())
                .extracting(CoverageAtRisk::coverage)
                .containsOnly(0.0); // the only one is wrong
        assertThat(scores.byLineage())
                .extracting(Scores.Group::name, Scores.Group::n)
                .containsExactly(tuple("hepatic", 1), tuple("lymphoid", 2), tuple("lymphoid|other", 1));
        assertThat(scores.lineageConfusion())
                .containsExactly(
                        new Scores.Confusion("hepatic", "hepatic", 1),
                        new Scores.Confusion("lymphoid", "hepatic", 1),
                        new Scores.Confusion("lymphoid", "lymphoid", 1),
                        new Scores.Confusion("lymphoid|other", "Unresolved", 1));
    }

    @Test
    void aLabelWithoutTermIsCalledAndWrong() {
        var own = new Prediction("a", true, null, 0.8, List.of(new Prediction.Alternative("CL:3", 0.2)));
        var scores = evaluation().score(List.of(own), List.of(new Truth("a", Set.of("CL:3"))));

        assertThat(scores.coverage()).isEqualTo(1);
        assertThat(scores.selectiveAccuracy()).isZero();
        assertThat(scores.top3()).isEqualTo(1);
        assertThat(scores.brier()).isCloseTo(0.64, within(1e-12));
        assertThat(scores.confusion()).containsExactly(new Scores.Confusion("CL:3", "no term", 1));
    }

    @Test
    void orderOfTruthsChangesNothing() {
        List<Prediction> predictions = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            truths.add(new Truth("c" + i, i % 3 == 0 ? "liver" : "lung", Set.of("CL:" + (1 + i % 7))));
            predictions.add(called("c" + i, "CL:" + (1 + i % 5), (i % 11) / 10.0));
        }
        Scores there = evaluation().score(predictions, truths);

        assertThat(evaluation().score(predictions.reversed(), truths.reversed()))
                .isEqualTo(there);
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
