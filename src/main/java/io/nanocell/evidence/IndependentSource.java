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

    /// @param norm L^0.3 of the type
    private record Marked(int type, double evidence, double norm) {}

    static IndependentSource of(List<MarkerList> lists) {
        SortedMap<String, Map<String, Double>> evidence = new TreeMap<>();
        for (MarkerList list : lists) {
            Map<String, Double> ofType = evidence.computeIfAbsent(list.cellOntologyId(), _ -> new TreeMap<>());
            list.weights().forEach((gene, weight) -> ofType.merge(gene, weight, Double::sum));
        }
        List<String> types = List.copyOf(evidence.keySet());
        Map<String, List<Marked>> marked = new HashMap<>();
        int type = 0;
        for (Map<String, Double> genes : evidence.values()) {
            double length = genes.values().stream().mapToDouble(e -> e).sum(); // sorted genes: the same bits
            double norm = StrictMath.pow(Math.max(1, length), LENGTH_POWER);
            int t = type++;
            genes.forEach((gene, e) ->
                    marked.computeIfAbsent(gene, _ -> new ArrayList<>()).add(new Marked(t, e, norm)));
        }
        Map<String, Posting> postings = new HashMap<>();
        marked.forEach((gene, of) -> {
            double specificity = StrictMath.log(1 + (double) types.size() / of.size());
            postings.put(
                    gene,
                    new Posting(
                            of.stream().mapToInt(Marked::type).toArray(),
                            of.stream()
                                    .mapToDouble(m -> StrictMath.log1p(m.evidence()) * specificity / m.norm())
                                    .toArray()));
        });
        return new IndependentSource(types, postings);
    }
}
