package io.nanocell.evidence;

import io.nanocell.reference.MarkerList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one source alone says of genes and types, in the weights of the ranking: ln(1 + E) · ln(1 + types / types
/// that the gene marks) / L^0.3, E the source's evidence of the gene for the type and L its sum over the type's
/// genes. Nothing is borrowed from other types.
///
/// @param types Cell Ontology ids, sorted
/// @param postings gene → the types it marks
record IndependentSource(List<String> types, Map<String, Posting> postings) {

    private static final double LENGTH_POWER = 0.3;

    /// Types of one gene.
    ///
    /// @param type places in `types`, ascending
    /// @param weight of the gene for each of them
    record Posting(int[] type, double[] weight) {}

    static IndependentSource of(List<MarkerList> lists) {
        SortedMap<String, Map<String, Double>> evidence = new TreeMap<>();
        for (MarkerList list : lists) {
            Map<String, Double> ofType = evidence.computeIfAbsent(list.cellOntologyId(), _ -> new TreeMap<>());
            list.weights().forEach((gene, weight) -> ofType.merge(gene, weight, Double::sum));
        }
        List<String> types = List.copyOf(evidence.keySet());
        double[] norm = new double[types.size()];
        Map<String, List<Integer>> marked = new HashMap<>();
        for (int t = 0; t < norm.length; t++) {
            Map<String, Double> genes = evidence.get(types.get(t));
            double length = genes.values().stream().mapToDouble(e -> e).sum(); // sorted genes: the same bits
            norm[t] = StrictMath.pow(Math.max(1, length), LENGTH_POWER);
            int type = t;
            genes.keySet()
                    .forEach(gene ->
                            marked.computeIfAbsent(gene, _ -> new ArrayList<>()).add(type));
        }
        Map<String, Posting> postings = new HashMap<>();
        marked.forEach((gene, of) -> {
            double specificity = StrictMath.log(1 + (double) types.size() / of.size());
            int[] type = of.stream().mapToInt(t -> t).toArray();
            double[] weight = new double[type.length];
            for (int e = 0; e < type.length; e++) {
                double e0 = evidence.get(types.get(type[e])).get(gene);
                weight[e] = StrictMath.log1p(e0) * specificity / norm[type[e]];
            }
            postings.put(gene, new Posting(type, weight));
        });
        return new IndependentSource(types, postings);
    }
}
