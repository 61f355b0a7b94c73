package io.nanocell.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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

    /// @param scoreOf ontology score of a Cell Ontology id against the truth
    void add(String id, Prediction prediction, ToDoubleFunction<@Nullable String> scoreOf) {
        double score = scoreOf.applyAsDouble(prediction.cellOntologyId());
        n++;
        exact += score == 1 ? 1 : 0;
        sum += score;
        best += firstAnswers(prediction).mapToDouble(scoreOf).max().orElse(0);
        called += prediction.called() ? 1 : 0;
        right += prediction.called() && score >= RIGHT ? 1 : 0;
        Prediction.Alternative first = prediction.first();
        if (first.confidence() != null) {
            answers.add(new Calibration.Answer(
                    id, first.confidence(), scoreOf.applyAsDouble(first.cellOntologyId()) >= RIGHT));
        }
    }

    /// A label without a term takes its place among the three.
    private static Stream<String> firstAnswers(Prediction prediction) {
        int others = prediction.called() ? ANSWERS - 1 : ANSWERS;
        return Stream.concat(
                        Stream.ofNullable(prediction.cellOntologyId()),
                        prediction.runnerUps().stream().limit(others).map(Prediction.Alternative::cellOntologyId))
                .filter(Objects::nonNull);
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
                calibration.aurc());
    }

    @Nullable
    Double selectiveAccuracy() {
        return called == 0 ? null : (double) right / called;
    }

    private double share(double of) {
        return of / n;
    }
}
