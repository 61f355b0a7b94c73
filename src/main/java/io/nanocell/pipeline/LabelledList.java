package io.nanocell.pipeline;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.TissueMention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A list of markers whose type is known.
///
/// @param id of the case
/// @param publication that has to be left out of the reference before the list is ranked; null where none need be
/// @param tissue as written; may be one that the vocabulary does not know
/// @param markers in rank order, or in any order where the source has none
/// @param truth Cell Ontology ids, each of them right
record LabelledList(
        String id, @Nullable String publication, String tissue, List<String> markers, Set<String> truth) {

    private static final int LISTS_PER_TYPE = 12;
    private static final int FEWEST_MARKERS = 5;

    /// At most twelve lists per type of those that CellMarker has of single publications, their genes in random order.
    static List<LabelledList> ofPublications(ReferenceKnowledge knowledge, long seed) {
        Map<String, String> tissues = new HashMap<>();
        for (TissueMention mention : knowledge.database().mentions()) {
            if (mention.source() == MarkerSource.CELL_MARKER) {
                tissues.putIfAbsent(mention.publication() + mention.cellOntologyId(), mention.tissue());
            }
        }
        List<MarkerList> lists = new ArrayList<>(knowledge.database().lists().stream()
                .filter(list -> isOfOnePublication(list, knowledge.ontology()))
                .toList());
        var random = new Random(seed);
        Collections.shuffle(lists, random);
        Map<String, Integer> ofType = new HashMap<>();
        List<LabelledList> labelled = new ArrayList<>();
        for (MarkerList list : lists) {
            if (ofType.merge(list.cellOntologyId(), 1, Integer::sum) <= LISTS_PER_TYPE) {
                List<String> genes = new ArrayList<>(new TreeSet<>(list.weights().keySet()));
                Collections.shuffle(genes, random);
                String key = list.publication() + list.cellOntologyId();
                labelled.add(new LabelledList(
                        "list-" + labelled.size(),
                        list.publication(),
                        tissues.getOrDefault(key, ""),
                        genes,
                        Set.of(list.cellOntologyId())));
            }
        }
        return labelled;
    }

    private static boolean isOfOnePublication(MarkerList list, CellOntology ontology) {
        int genes = list.weights().size();
        return list.source() == MarkerSource.CELL_MARKER
                && genes >= FEWEST_MARKERS
                && list.lists() >= Math.sqrt(Math.min(1, 20.0 / genes)) // less: its name was mapped by its head noun
                && !list.publication().equals("none")
                && !ontology.isGeneral(list.cellOntologyId());
    }
}
