package io.nanocell.evidence.candidates;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The types that any source speaks of, with all their ancestors, parents before children.
final class TypeGraph {

    private final List<String> ids;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<List<Integer>> parents = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<List<Integer>> ancestors = new ArrayList<>();

    TypeGraph(MarkerDatabase database, CellOntology ontology) {
        SortedSet<String> used = new TreeSet<>();
        database.lists().forEach(list -> used.add(list.cellOntologyId()));
        database.mentions().forEach(mention -> used.add(mention.cellOntologyId()));
        List.copyOf(used).forEach(id -> used.addAll(ontology.ancestors(id)));
        Map<String, List<String>> parentIds = new LinkedHashMap<>();
        used.forEach(id -> visit(id, ontology, used, parentIds));
        ids = List.copyOf(parentIds.keySet());
        for (int type = 0; type < ids.size(); type++) {
            index.put(ids.get(type), type);
            children.add(new ArrayList<>());
        }
        for (int type = 0; type < ids.size(); type++) {
            List<Integer> above = indices(parentIds.getOrDefault(ids.get(type), List.of()));
            parents.add(above);
            for (int parent : above) {
                children.get(parent).add(type);
            }
            ancestors.add(indices(ontology.ancestors(ids.get(type))));
        }
    }

    private static void visit(String id, CellOntology ontology, Set<String> used, Map<String, List<String>> parentIds) {
        if (parentIds.containsKey(id)) {
            return;
        }
        List<String> above =
                ontology.parents(id).stream().filter(used::contains).toList();
        above.forEach(parent -> visit(parent, ontology, used, parentIds));
        parentIds.put(id, above);
    }

    private List<Integer> indices(Iterable<String> of) {
        List<Integer> found = new ArrayList<>();
        for (String id : of) {
            Integer type = index.get(id);
            if (type != null) {
                found.add(type);
            }
        }
        return List.copyOf(found);
    }

    int size() {
        return ids.size();
    }

    String id(int type) {
        return ids.get(type);
    }

    /// @return index of a type, parents before children
    int indexOf(String id) {
        Integer type = index.get(id);
        if (type == null) {
            throw new IllegalArgumentException("no source speaks of " + id);
        }
        return type;
    }

    List<Integer> parents(int type) {
        return parents.get(type);
    }

    List<Integer> children(int type) {
        return children.get(type);
    }

    List<Integer> ancestors(int type) {
        return ancestors.get(type);
    }
}
