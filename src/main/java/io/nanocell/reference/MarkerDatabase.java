package io.nanocell.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// All marker lists and tissue mentions in use, whatever their source.
///
/// @param lists in the order of their sources
/// @param mentions of types in tissues
public record MarkerDatabase(List<MarkerList> lists, List<TissueMention> mentions) {

    public MarkerDatabase {
        lists = List.copyOf(lists);
        mentions = List.copyOf(mentions);
    }

    /// @return both together, this one's first
    public MarkerDatabase and(MarkerDatabase other) {
        List<MarkerList> bothLists = new ArrayList<>(lists);
        bothLists.addAll(other.lists);
        List<TissueMention> bothMentions = new ArrayList<>(mentions);
        bothMentions.addAll(other.mentions);
        return new MarkerDatabase(bothLists, bothMentions);
    }

    /// @return what is left without these publications and studies
    public MarkerDatabase withoutPublications(Collection<String> publications) {
        return filtered(
                list -> !publications.contains(list.publication()),
                mention -> !publications.contains(mention.publication()));
    }

    /// @return what is left without this source
    public MarkerDatabase without(MarkerSource source) {
        return filtered(list -> list.source() != source, mention -> mention.source() != source);
    }

    private MarkerDatabase filtered(Predicate<MarkerList> list, Predicate<TissueMention> mention) {
        return new MarkerDatabase(
                lists.stream().filter(list).toList(),
                mentions.stream().filter(mention).toList());
    }

    /// @return every gene that marks anything, sorted
    public SortedSet<String> genes() {
        SortedSet<String> genes = new TreeSet<>();
        lists.forEach(list -> genes.addAll(list.weights().keySet()));
        return genes;
    }

    /// @param gene approved symbol
    /// @return the types it marks by source, strongest first
    public List<MarkedType> markedBy(String gene) {
        Map<String, Map<MarkerSource, Double>> weights = new TreeMap<>();
        for (MarkerList list : lists) {
            Double weight = list.weights().get(gene);
            if (weight != null) {
                weights.computeIfAbsent(list.cellOntologyId(), _ -> new EnumMap<>(MarkerSource.class))
                        .merge(list.source(), weight, Double::sum);
            }
        }
        List<MarkedType> types = new ArrayList<>();
        weights.forEach(
                (id, sources) -> sources.forEach((source, weight) -> types.add(new MarkedType(id, source, weight))));
        types.sort(Comparator.comparingDouble(type -> -type.weight())); // stable: ties by id and source
        return List.copyOf(types);
    }

    /// @return Cell Ontology ids of the types that may be labels, sorted
    public SortedSet<String> namedTypes() {
        SortedSet<String> types = new TreeSet<>();
        lists.stream().filter(list -> list.source().isNaming()).forEach(list -> types.add(list.cellOntologyId()));
        return types;
    }
}
