package io.nanocell.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which genes are measured, and which of its known markers every planted type really expresses.
///
/// @param genes symbols in alphabetical order, as on an official panel
/// @param expressed Cell Ontology id → markers that the type expresses, a random half of those on the panel
/// @param silent Cell Ontology id → known markers that are on the panel and that the type does NOT express
/// @param neutral genes that mark no planted type
public record SyntheticPanel(
        List<String> genes,
        Map<String, List<String>> expressed,
        Map<String, List<String>> silent,
        List<String> neutral) {

    /// At least so many genes of a panel mark nothing.
    public static final int MIN_NEUTRAL = 150;

    /// @param genes number of genes on the panel
    /// @param candidates genes that may be neutral; known markers of planted types are left out
    /// @throws IllegalArgumentException if there is no room for four markers per type, or too few candidates
    static SyntheticPanel of(int genes, List<SimulatedType> types, Collection<String> candidates, RandomStream random) {
        int perType = (genes - MIN_NEUTRAL) / types.size();
        if (perType < 4) {
            throw new IllegalArgumentException(
                    "%d genes, %d of them neutral, leave %d markers for each of %d types; 4 are needed"
                            .formatted(genes, MIN_NEUTRAL, perType, types.size()));
        }
        Map<String, List<String>> expressed = new LinkedHashMap<>();
        Map<String, List<String>> silent = new LinkedHashMap<>();
        Set<String> panel = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (SimulatedType type : types) {
            List<String> markers =
                    type.markers().subList(0, Math.min(perType, type.markers().size()));
            int half = (markers.size() + 1) / 2;
            List<String> shuffled = shuffled(markers, random);
            expressed.put(type.cellOntologyId(), shuffled.subList(0, half));
            silent.put(type.cellOntologyId(), shuffled.subList(half, shuffled.size()));
            panel.addAll(markers);
            known.addAll(type.markers());
        }
        Set<String> free = new TreeSet<>(candidates);
        free.removeAll(known);
        int missing = genes - panel.size();
        if (free.size() < missing) {
            throw new IllegalArgumentException("%d genes that mark none of the planted types are needed, %d are there"
                    .formatted(missing, free.size()));
        }
        List<String> neutral = shuffled(List.copyOf(free), random).subList(0, missing);
        panel.addAll(neutral);
        return new SyntheticPanel(List.copyOf(panel), expressed, silent, new ArrayList<>(new TreeSet<>(neutral)));
    }

    private static List<String> shuffled(List<String> values, RandomStream random) {
        List<String> shuffled = new ArrayList<>();
        for (int i : random.permutation(values.size())) {
            shuffled.add(values.get(i));
        }
        return List.copyOf(shuffled);
    }
}
