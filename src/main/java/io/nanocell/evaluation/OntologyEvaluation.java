package io.nanocell.evaluation;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Lineages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Scores predictions against expert labels: 1 for the expert's term, ½ where one is an is_a ancestor of the
/// other and that ancestor covers at most 10 % of the ontology, else 0.
///
/// Every truth counts: one without a prediction, or that was not called, scores 0. Predictions without a truth
/// are left out, since experts rarely name every cell.
///
/// @param ontology in use
/// @param lineages null: nothing is told by lineage
public record OntologyEvaluation(
        CellOntology ontology, @Nullable Lineages lineages) {

    /// @param ontology in use
    public OntologyEvaluation(CellOntology ontology) {
        this(ontology, null);
    }

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
        Set<String> seen = new HashSet<>();
        Scoring scoring = start();
        for (Truth truth : truths) {
            if (!seen.add(truth.id())) {
                throw new IllegalArgumentException("%s has two truths".formatted(truth.id()));
            }
            Prediction prediction = byId.get(truth.id());
            scoring.add(truth, prediction == null ? Prediction.none(truth.id()) : prediction);
        }
        return scoring.scores();
    }

    /// @return a scoring that takes one truth after the other, for more of them than should stand in lists
    public Scoring start() {
        return new Scoring(ontology, lineages);
    }
}
