package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterView;
import io.nanocell.results.TypeShare;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The types of a job's cells by how many there are: the order of their colours, in every figure and table.
public final class TypeRanking {

    private TypeRanking() {}

    /// @param clusters all of the job
    /// @return label and number of cells, most first, by label where they are as many; without "Unassigned"
    public static List<Map.Entry<String, Long>> mostFrequentFirst(List<ClusterView> clusters) {
        Map<String, Long> cells = new HashMap<>();
        clusters.forEach(cluster ->
                cluster.composition().forEach(type -> cells.merge(type.label(), (long) type.cells(), Long::sum)));
        cells.remove(TypeShare.UNASSIGNED);
        return cells.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
