package io.nanocell.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Sums over the truths of one group, all of them or those of a tissue.
final class Tally {

    static final double RIGHT = 0.5;
    private static final int ANSWERS = 3;

    private final List<Calibration.Answer> answers = new ArrayList<>();
    private int n;
    private int exact;
    private double sum;
    private double best;
    private int called;
    private int right;

    /// What a prediction is worth against a truth.
    ///
    /// @param score of the label
    /// @param best score among the first three answers
    /// @param answer the first answer; null where it has no confidence
    record Worth(double score, double best, boolean called, Calibration.@Nullable Answer answer) {

        /// @param scoreOf ontology score of a Cell Ontology id against the truth
        static Worth of(String id, Prediction prediction, ToDoubleFunction<@Nullable String> scoreOf) {
            double score = scoreOf.applyAsDouble(prediction.cellOntologyId());
            List<Prediction.Alternative> others = prediction.runnerUps();
            int more = Math.min(others.size(), prediction.called() ? ANSWERS - 1 : ANSWERS);
            double best = score;
            for (int i = 0; i < more; i++) {
                best = Math.max(best, scoreOf.applyAsDouble(others.get(i).cellOntologyId()));
            }
            Prediction.Alternative first = prediction.first();
            return new Worth(
                    score,
                    best,
                    prediction.called(),
                    first.confidence() == null
                            ? null
                            : new Calibration.Answer(
                                    id, first.confidence(), scoreOf.applyAsDouble(first.cellOntologyId()) >= RIGHT));
        }
    }

    void add(Worth worth) {
        n++;
        exact += worth.score() == 1 ? 1 : 0;
        sum += worth.score();
        best += worth.best();
        called += worth.called() ? 1 : 0;
        right += worth.called() && worth.score() >= RIGHT ? 1 : 0;
        if (worth.answer() != null) {
            answers.add(worth.answer());
        }
    }

    Calibration calibration() {
        return new Calibration(answers);
    }

    int n() {
        return n;
    }

    Scores.Group group(String name) {
        var calibration = calibration();
        return new Scores.Group(
                name,
                n,
                share(exact),
                share(sum),
                share(best),
                share(called),
                selectiveAccuracy(),
                calibration.brier(),
                calibration.brierSkill(),
                calibration.ece(),
                calibration.perfectEce(),
                calibration.aurc(),
                answers.isEmpty() ? List.of() : new RiskCoverage(calibration.answers(), n).atRisks(0.05, 0.10));
    }

    @Nullable
    Double selectiveAccuracy() {
        return called == 0 ? null : (double) right / called;
    }

    private double share(double of) {
        return of / n;
    }
}
