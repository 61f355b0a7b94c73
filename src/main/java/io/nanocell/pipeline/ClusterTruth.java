package io.nanocell.pipeline;

import io.nanocell.reference.CellOntology;
import io.nanocell.results.ClusterView;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.TruthRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What experts say the clusters of a job are.
///
/// @param ontology in use
/// @param byCluster live Cell Ontology ids by cluster number
record ClusterTruth(CellOntology ontology, Map<Integer, Set<String>> byCluster) {

    private static final double RIGHT = 0.5;
    private static final int MOST = 100_000;

    /// @param rows ids are cluster numbers, or, where that is none of the job's, names
    /// @throws RequestRejected naming every row whose id is no cluster's or comes twice, and every term that is
    /// none
    static ClusterTruth of(List<? extends @Nullable TruthRow> rows, List<ClusterView> clusters, CellOntology ontology) {
        if (rows.isEmpty() || rows.size() > MOST) {
            throw rejected(List.of(new ProblemViolation(
                    null, "truth", String.valueOf(rows.size()), "send 1 to %d rows, or leave it out".formatted(MOST))));
        }
        Map<String, Integer> numbers = new HashMap<>();
        clusters.forEach(c -> numbers.putIfAbsent(c.name(), c.number()));
        clusters.forEach(c -> numbers.put(String.valueOf(c.number()), c.number()));
        List<ProblemViolation> violations = new ArrayList<>();
        Map<Integer, Set<String>> truths = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String field = "truth[%d]".formatted(i);
            TruthRow row = rows.get(i);
            if (row == null || row.id() == null) {
                violations.add(new ProblemViolation(null, field + ".id", null, "name the cluster"));
                continue;
            }
            Integer number = numbers.get(row.id());
            Set<String> terms = terms(row, field, ontology, violations);
            if (number == null) {
                violations.add(new ProblemViolation(
                        null,
                        field + ".id",
                        row.id(),
                        "send the number or the name of an assessed cluster of this job"));
            } else if (truths.putIfAbsent(number, terms) != null) {
                violations.add(new ProblemViolation(
                        null, field + ".id", row.id(), "give each cluster once, with all of its terms"));
            }
        }
        if (!violations.isEmpty()) {
            throw rejected(violations);
        }
        return new ClusterTruth(ontology, Map.copyOf(truths));
    }

    private static Set<String> terms(
            TruthRow row, String field, CellOntology ontology, List<ProblemViolation> violations) {
        List<? extends @Nullable String> given = row.cellOntologyIds();
        if (given == null || given.isEmpty()) {
            violations.add(new ProblemViolation(
                    null, field + ".cellOntologyIds", null, "list at least one term, such as CL:0000182"));
            return Set.of();
        }
        Set<String> terms = new TreeSet<>();
        for (int j = 0; j < given.size(); j++) {
            String id = given.get(j);
            var live = id == null ? java.util.Optional.<String>empty() : ontology.canonical(id);
            live.ifPresent(terms::add);
            if (live.isEmpty()) {
                violations.add(new ProblemViolation(
                        null,
                        "%s.cellOntologyIds[%d]".formatted(field, j),
                        id,
                        "send a live term of the Cell Ontology, such as CL:0000182"));
            }
        }
        return terms;
    }

    private static RequestRejected rejected(List<ProblemViolation> violations) {
        return new RequestRejected("invalid-parameters", 422, "The truth does not hold", violations);
    }

    /// @return its terms, sorted; null where experts say nothing of it
    @Nullable
    List<String> of(int cluster) {
        Set<String> expert = byCluster.get(cluster);
        return expert == null ? null : expert.stream().sorted().toList();
    }

    boolean knows(int cluster) {
        return byCluster.containsKey(cluster);
    }

    /// @param cellOntologyId null where the cluster was not called
    /// @return the ontology score, 0 to 1
    double score(int cluster, @Nullable String cellOntologyId) {
        Set<String> expert = byCluster.get(cluster);
        return expert == null || cellOntologyId == null
                ? 0
                : ontology.score(expert, ontology.canonical(cellOntologyId).orElse(cellOntologyId));
    }

    /// @return whether the score is at least ½
    boolean isRight(int cluster, @Nullable String cellOntologyId) {
        return score(cluster, cellOntologyId) >= RIGHT;
    }
}
