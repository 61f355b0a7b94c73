package io.nanocell.evaluation;

import io.nanocell.reference.CellOntology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Scores predictions against expert labels: 1 for the expert's term, ½ where one is an is_a ancestor of the other and
/// that ancestor covers at most 10 % of the ontology, else 0.
///
/// Every truth counts: one without a prediction, or that was not called, scores 0. Predictions without a truth are left
/// out, since experts rarely name every cell.
///
/// @param ontology in use
public record OntologyEvaluation(CellOntology ontology) {

    private static final double RIGHT = 0.5;
    private static final int ANSWERS = 3;
    private static final String UNRESOLVED = "Unresolved";

    /// @throws IllegalArgumentException if there is no truth, an id comes twice, or an expert's id is no live term
    public Scores score(List<Prediction> predictions, List<Truth> truths) {
        if (truths.isEmpty()) {
            throw new IllegalArgumentException("there is no truth to score against");
        }
        Map<String, Prediction> byId = new HashMap<>();
        for (Prediction prediction : predictions) {
            if (byId.put(prediction.id(), prediction) != null) {
                throw new IllegalArgumentException("%s is predicted twice".formatted(prediction.id()));
            }
        }
        double exact = 0;
        double sum = 0;
        double best = 0;
        int called = 0;
        int right = 0;
        List<Calibration.Answer> answers = new ArrayList<>();
        var classes = new ClassCounts();
        Map<String, Truth> seen = new HashMap<>();
        for (Truth written : truths) {
            if (seen.put(written.id(), written) != null) {
                throw new IllegalArgumentException("%s has two truths".formatted(written.id()));
            }
            Truth truth = live(written);
            Prediction prediction = byId.getOrDefault(truth.id(), new Prediction(truth.id(), null, null, List.of()));
            double score = score(truth, prediction.cellOntologyId());
            exact += score == 1 ? 1 : 0;
            sum += score;
            best += answers(prediction)
                    .mapToDouble(id -> score(truth, id))
                    .max()
                    .orElse(0);
            called += prediction.isCalled() ? 1 : 0;
            right += prediction.isCalled() && score >= RIGHT ? 1 : 0;
            addAnswer(answers, truth, prediction);
            classes.add(truth, prediction.cellOntologyId());
        }
        double n = truths.size();
        var calibration = new Calibration(answers);
        return new Scores(
                truths.size(),
                exact / n,
                sum / n,
                best / n,
                classes.macroF1(),
                called / n,
                called == 0 ? null : (double) right / called,
                calibration.brier(),
                calibration.ece(),
                calibration.aurc(),
                calibration.bins(),
                classes.confusion());
    }

    private Truth live(Truth truth) {
        return new Truth(
                truth.id(),
                truth.cellOntologyIds().stream()
                        .map(id -> ontology.canonical(id)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "the truth of %s names %s, which is no live Cell Ontology term"
                                                .formatted(truth.id(), id))))
                        .collect(Collectors.toSet()));
    }

    private double score(Truth truth, @Nullable String cellOntologyId) {
        return cellOntologyId == null
                ? 0
                : ontology.score(
                        truth.cellOntologyIds(),
                        ontology.canonical(cellOntologyId).orElse(cellOntologyId));
    }

    private static Stream<String> answers(Prediction prediction) {
        return Stream.concat(
                        Stream.ofNullable(prediction.cellOntologyId()),
                        prediction.runnerUps().stream()
                                .map(Prediction.Alternative::cellOntologyId)
                                .filter(Objects::nonNull))
                .limit(ANSWERS);
    }

    /// The first answer is the label, or the tentative one where there is no label.
    private void addAnswer(List<Calibration.Answer> answers, Truth truth, Prediction prediction) {
        String id = prediction.cellOntologyId();
        Double confidence = prediction.confidence();
        if (id == null && !prediction.runnerUps().isEmpty()) {
            id = prediction.runnerUps().getFirst().cellOntologyId();
            confidence = prediction.runnerUps().getFirst().confidence();
        }
        if (id != null && confidence != null) {
            answers.add(new Calibration.Answer(truth.id(), confidence, score(truth, id) >= RIGHT));
        }
    }

    /// Counts of truths and answers by class.
    private static final class ClassCounts {

        private final Map<String, Map<String, Integer>> counts = new TreeMap<>(); // truth → answer → n

        void add(Truth truth, @Nullable String predicted) {
            String answer = predicted == null ? UNRESOLVED : predicted;
            boolean exact = truth.cellOntologyIds().contains(answer);
            counts.computeIfAbsent(truth.key(), _ -> new TreeMap<>())
                    .merge(exact ? truth.key() : answer, 1, Integer::sum);
        }

        double macroF1() {
            Map<String, Integer> predicted = new HashMap<>();
            counts.values().forEach(row -> row.forEach((answer, n) -> predicted.merge(answer, n, Integer::sum)));
            return counts.entrySet().stream()
                    .mapToDouble(row -> {
                        int hits = row.getValue().getOrDefault(row.getKey(), 0);
                        int truths = row.getValue().values().stream()
                                .mapToInt(n -> n)
                                .sum();
                        return 2.0 * hits / (truths + predicted.getOrDefault(row.getKey(), 0));
                    })
                    .average()
                    .orElse(0);
        }

        List<Scores.Confusion> confusion() {
            List<Scores.Confusion> rows = new ArrayList<>();
            counts.forEach(
                    (truth, row) -> row.forEach((answer, n) -> rows.add(new Scores.Confusion(truth, answer, n))));
            rows.sort(Comparator.comparingInt((Scores.Confusion row) -> -row.n())
                    .thenComparing(Scores.Confusion::truth)
                    .thenComparing(Scores.Confusion::predicted));
            return rows;
        }
    }
}
