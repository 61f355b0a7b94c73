package io.nanocell.pipeline;

import io.nanocell.evaluation.OntologyEvaluation;
import io.nanocell.evaluation.Prediction;
import io.nanocell.evaluation.Scores;
import io.nanocell.evaluation.Truth;
import io.nanocell.pipeline.CalibrationCases.Case;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reliability and risk–coverage of the confidences that a fit gives to tissues it has not seen, drawn as an
/// evaluation draws them.
record CalibrationFigures(ReferenceKnowledge knowledge) {

    /// Lists of this length are drawn: the longest that all kinds of cases have.
    private static final String DRAWN = "10 genes";

    /// @param cases answered
    /// @param unseen confidence of each, by id
    /// @return name of the file → SVG, two for each kind of case
    SortedMap<String, String> of(List<Case> cases, Map<String, Double> unseen) {
        SortedMap<String, List<Case>> kinds = new TreeMap<>();
        cases.stream()
                .filter(c -> c.variant().equals(DRAWN))
                .forEach(c -> kinds.computeIfAbsent(c.source(), _ -> new ArrayList<>())
                        .add(c));
        SortedMap<String, String> figures = new TreeMap<>();
        kinds.forEach((kind, of) -> {
            Scores scores = scores(of, unseen);
            for (EvaluationFigure figure : EvaluationFigure.values()) {
                String name =
                        "%s-%s.svg".formatted(kind.toLowerCase(Locale.ROOT).replace(' ', '-'), figure.title());
                figures.put(name, figure.of(scores));
            }
        });
        return figures;
    }

    private Scores scores(List<Case> cases, Map<String, Double> unseen) {
        List<Truth> truths = cases.stream().map(Case::truth).toList();
        List<Prediction> predictions = cases.stream()
                .map(c -> new Prediction(
                        c.truth().id(),
                        c.cellOntologyId(),
                        unseen.get(c.labelled().id()),
                        List.of()))
                .toList();
        return new OntologyEvaluation(knowledge.ontology(), knowledge.lineages()).score(predictions, truths);
    }
}
