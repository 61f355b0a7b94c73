package io.nanocell.pipeline;

import io.nanocell.reference.MarkerList;
import io.nanocell.simulation.SimulatedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a simulated section can be made of: the types of the label space with what the sources say of them.
final class KnownTypes {

    private static final int MOST_MARKERS = 40;

    private KnownTypes() {}

    /// @return every type that may be a label, with its best markers, strongest first
    static List<SimulatedType> of(Knowledge knowledge) {
        SortedMap<String, Map<String, Double>> weights = new TreeMap<>();
        for (MarkerList list : knowledge.types().database().lists()) {
            Map<String, Double> ofType = weights.computeIfAbsent(list.cellOntologyId(), _ -> new TreeMap<>());
            list.weights().forEach((gene, weight) -> ofType.merge(gene, weight, Double::sum));
        }
        List<SimulatedType> types = new ArrayList<>();
        for (String id : knowledge.types().database().namedTypes()) {
            types.add(new SimulatedType(
                    id,
                    knowledge.types().ontology().type(id).name(),
                    knowledge.types().lineages().of(id),
                    strongest(weights.getOrDefault(id, Map.of()))));
        }
        return types;
    }

    private static List<String> strongest(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_MARKERS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// @return genes with a known function that mark no type, sorted
    static Collection<String> neutralGenes(Knowledge knowledge) {
        SortedSet<String> genes = new TreeSet<>(knowledge.go().annotations().genes());
        genes.removeAll(knowledge.types().database().genes());
        return genes;
    }
}
