package io.nanocell.evidence;

import io.nanocell.reference.Lineages;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Genes that tell a lineage whatever the clusters are: most of what the sources say of them is said of one lineage.
///
/// For a gene the evidence of a lineage is the sum over its types' lists, each list counting min(1, 20/n)^½ for its n
/// genes already in the weights. A gene tells the lineage that holds at least [#PURITY] of its evidence, if that is at
/// least [#LEAST_EVIDENCE].
final class LineageMarkers {

    private static final double PURITY = 0.8;
    private static final double LEAST_EVIDENCE = 1.5;
    private static final int MOST_GENES = 30; // of a lineage on one panel

    private record Telling(String gene, double evidence) {}

    private final Map<String, Map<String, Double>> evidenceOfGene = new HashMap<>();

    LineageMarkers(ReferenceKnowledge reference) {
        Map<String, String> lineageOf = new HashMap<>();
        for (MarkerList list : reference.database().lists()) {
            String lineage = lineageOf.computeIfAbsent(
                    list.cellOntologyId(), id -> reference.lineages().of(id));
            list.weights()
                    .forEach((gene, weight) -> evidenceOfGene
                            .computeIfAbsent(gene, _ -> new TreeMap<>())
                            .merge(lineage, weight, Double::sum));
        }
    }

    /// @param panel approved symbols
    /// @return lineage → its telling genes on the panel, strongest first; no gene stands twice
    SortedMap<String, List<String>> onPanel(List<String> panel) {
        SortedMap<String, List<Telling>> found = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (String gene : panel) {
            Map<String, Double> evidence = evidenceOfGene.getOrDefault(gene, Map.of());
            double total =
                    evidence.values().stream().mapToDouble(Double::doubleValue).sum();
            evidence.forEach((lineage, own) -> {
                if (!lineage.equals(Lineages.OTHER)
                        && own >= LEAST_EVIDENCE
                        && own >= PURITY * total
                        && seen.add(gene)) {
                    found.computeIfAbsent(lineage, _ -> new ArrayList<>()).add(new Telling(gene, own));
                }
            });
        }
        SortedMap<String, List<String>> markers = new TreeMap<>();
        found.forEach((lineage, genes) -> markers.put(
                lineage,
                genes.stream()
                        .sorted(Comparator.comparingDouble(Telling::evidence)
                                .reversed()
                                .thenComparing(Telling::gene))
                        .limit(MOST_GENES)
                        .map(Telling::gene)
                        .toList()));
        return Collections.unmodifiableSortedMap(markers);
    }
}
