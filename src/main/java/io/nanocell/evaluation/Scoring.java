package io.nanocell.evaluation;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Lineages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An evaluation that is under way. The order in which truths come does not change the result. Not for two threads.
public final class Scoring {

    private static final String UNRESOLVED = "Unresolved";
    private static final String NO_TERM = "no term";

    private final CellOntology ontology;
    private final @Nullable Lineages lineages;
    private final Map<Set<String>, Expert> experts = new HashMap<>(); // ids as written
    private final Map<String, String> lineageOf = new HashMap<>();
    private final Tally all = new Tally();
    private final Map<String, Tally> byTissue = new TreeMap<>();
    private final Map<String, Tally> byLineage = new TreeMap<>();
    private final ConfusionCounts terms = new ConfusionCounts();
    private final ConfusionCounts lines = new ConfusionCounts();

    /// What experts said, worked out once.
    ///
    /// @param ids live terms
    /// @param key of the ids
    /// @param lineages of the ids
    private record Expert(Set<String> ids, String key, Set<String> lineages, String lineageKey) {}

    Scoring(CellOntology ontology, @Nullable Lineages lineages) {
        this.ontology = ontology;
        this.lineages = lineages;
    }

    /// @param prediction for it, whatever id that has: cells of one cluster share theirs
    /// @throws IllegalArgumentException if an expert's id is no live term
    public void add(Truth truth, Prediction prediction) {
        Expert expert = experts.get(truth.cellOntologyIds());
        if (expert == null) {
            expert = expert(truth);
            experts.put(truth.cellOntologyIds(), expert);
        }
        Set<String> ids = expert.ids();
        Tally.Worth worth = Tally.Worth.of(truth.id(), prediction, said -> score(ids, said));
        all.add(worth);
        if (truth.tissue() != null) {
            byTissue.computeIfAbsent(truth.tissue(), _ -> new Tally()).add(worth);
        }
        String answer = answer(prediction);
        terms.add(expert.key(), ids.contains(answer) ? expert.key() : answer);
        if (lineages != null) {
            String line = expert.lineageKey();
            byLineage.computeIfAbsent(line, _ -> new Tally()).add(worth);
            String said = prediction.cellOntologyId() == null ? answer : lineage(answer, lineages);
            lines.add(line, expert.lineages().contains(said) ? line : said);
        }
    }

    private String answer(Prediction prediction) {
        String id = prediction.cellOntologyId();
        if (id != null) {
            return ontology.canonical(id).orElse(id);
        }
        return prediction.called() ? NO_TERM : UNRESOLVED;
    }

    private Expert expert(Truth truth) {
        Set<String> live = truth.cellOntologyIds().stream()
                .map(id -> ontology.canonical(id)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the truth of %s names %s, which is no live Cell Ontology term"
                                        .formatted(truth.id(), id))))
                .collect(Collectors.toSet());
        Set<String> lines = new TreeSet<>();
        if (lineages != null) {
            live.forEach(id -> lines.add(lineage(id, lineages)));
        }
        return new Expert(live, Truth.key(live), lines, Truth.key(lines));
    }

    private String lineage(String id, Lineages known) {
        return lineageOf.computeIfAbsent(id, known::of);
    }

    private double score(Set<String> expert, @Nullable String said) {
        return said == null
                ? 0
                : ontology.score(expert, ontology.canonical(said).orElse(said));
    }

    /// @throws IllegalStateException if there was no truth
    public Scores scores() {
        if (all.n() == 0) {
            throw new IllegalStateException("there was no truth to score against");
        }
        Scores.Group whole = all.group("all");
        Calibration calibration = all.calibration();
        var curve = new RiskCoverage(calibration.answers(), all.n());
        return new Scores(
                whole.n(),
                whole.exact(),
                whole.ontologyMean(),
                whole.top3(),
                terms.macroF1(),
                whole.coverage(),
                whole.selectiveAccuracy(),
                calibration.answers().size(),
                calibration.baseRate(),
                whole.brier(),
                whole.brierSkill(),
                whole.ece(),
                whole.perfectEce(),
                calibration.slope(),
                whole.aurc(),
                whole.coverageAtRisk(),
                calibration.bins(),
                curve.points(),
                groups(byTissue),
                groups(byLineage),
                terms.rows(),
                lines.rows());
    }

    private static List<Scores.Group> groups(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(group -> group.getValue().group(group.getKey()))
                .toList();
    }
}
