package io.nanocell.pipeline;

import io.nanocell.evaluation.Prediction;
import io.nanocell.reference.CellOntology;
import io.nanocell.results.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Labels that a caller brings, as predictions. One with the verdict UNRESOLVED, HETEROGENEOUS or NOT_ASSESSED was not
/// called; a name that it has none the less is its tentative answer.
final class PostedPredictions {

    private static final Set<String> NO_LABEL = Set.of("unresolved", "heterogeneous");
    private static final int SHOWN = 5;

    private final CellOntology ontology;
    private final TypeNames names;
    private final Set<String> unknown = new TreeSet<>();

    PostedPredictions(CellOntology ontology, TypeNames names) {
        this.ontology = ontology;
        this.names = names;
    }

    Map<String, Prediction> byId(List<EvaluationPrediction> posted) {
        Map<String, Prediction> byId = HashMap.newHashMap(posted.size());
        for (EvaluationPrediction each : posted) {
            String id = Objects.requireNonNull(each.id());
            byId.put(id, prediction(id, each));
        }
        return byId;
    }

    private Prediction prediction(String id, EvaluationPrediction posted) {
        List<Prediction.Alternative> others = new ArrayList<>();
        if (posted.runnerUps() != null) {
            posted.runnerUps()
                    .forEach(r -> others.add(
                            new Prediction.Alternative(term(r.label(), r.cellOntologyId()), r.confidence())));
        }
        boolean named = posted.cellOntologyId() != null
                || (posted.label() != null
                        && !NO_LABEL.contains(posted.label().strip().toLowerCase(Locale.ROOT)));
        if (!named) {
            return new Prediction(id, false, null, null, others);
        }
        String term = term(posted.label(), posted.cellOntologyId());
        if (isCalled(posted.verdict())) {
            return new Prediction(id, true, term, posted.confidence(), others);
        }
        others.addFirst(new Prediction.Alternative(term, posted.confidence()));
        return new Prediction(id, false, null, null, others);
    }

    private static boolean isCalled(EvaluationPrediction.@Nullable Verdict verdict) {
        return verdict == null
                || verdict == EvaluationPrediction.Verdict.HIGH
                || verdict == EvaluationPrediction.Verdict.MODERATE;
    }

    private @Nullable String term(@Nullable String label, @Nullable String id) {
        if (id != null) {
            return ontology.canonical(id.strip()).orElseThrow();
        }
        String found = label == null ? null : names.find(label).orElse(null);
        if (found == null && label != null) {
            unknown.add(label);
        }
        return found;
    }

    /// @return `LABEL_WITHOUT_TERM` with the first labels that no Cell Ontology term was found for; they count as wrong
    List<Notice> notices() {
        return unknown.isEmpty()
                ? List.of()
                : List.of(new Notice(
                        "LABEL_WITHOUT_TERM",
                        "Labels that have no cellOntologyId and are no name of a Cell Ontology term: %d; they are never right. First: %s"
                                .formatted(
                                        unknown.size(),
                                        String.join(
                                                ", ",
                                                unknown.stream().limit(SHOWN).toList()))));
    }
}
