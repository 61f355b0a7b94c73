package io.nanocell.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts of truths and answers by class.
final class ConfusionCounts {

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>(); // truth → answer → n

    void add(String truth, String answer) {
        counts.computeIfAbsent(truth, _ -> new TreeMap<>()).merge(answer, 1, Integer::sum);
    }

    /// @return mean over the truths' classes of 2 · hits / (truths + answers)
    double macroF1() {
        Map<String, Integer> predicted = new HashMap<>();
        counts.values().forEach(row -> row.forEach((answer, n) -> predicted.merge(answer, n, Integer::sum)));
        return counts.entrySet().stream()
                .mapToDouble(row -> {
                    int hits = row.getValue().getOrDefault(row.getKey(), 0);
                    int truths =
                            row.getValue().values().stream().mapToInt(n -> n).sum();
                    return 2.0 * hits / (truths + predicted.getOrDefault(row.getKey(), 0));
                })
                .average()
                .orElse(0);
    }

    /// @return one row for each pair that occurs, most frequent first
    List<Scores.Confusion> rows() {
        List<Scores.Confusion> rows = new ArrayList<>();
        counts.forEach((truth, row) -> row.forEach((answer, n) -> rows.add(new Scores.Confusion(truth, answer, n))));
        rows.sort(Comparator.comparingInt((Scores.Confusion row) -> -row.n())
                .thenComparing(Scores.Confusion::truth)
                .thenComparing(Scores.Confusion::predicted));
        return rows;
    }
}
