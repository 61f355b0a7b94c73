package io.nanocell.reference;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The short curated table of lineages (`lineages.tsv`) and the functions they allow (`lineage-programs.tsv`).
public final class Lineages {

    /// The lineage of a term that no row covers.
    public static final String OTHER = "other";

    private static final String ANY = "*";

    private final CellOntology ontology;
    private final SortedMap<String, String> roots;
    private final Map<String, Set<String>> programs;

    /// @param roots Cell Ontology id → lineage; a term belongs to the root above it with the longest is_a path
    /// to the ontology's top
    /// @param programs lineage → GO-slim ids it allows, "*" → those of every lineage
    public Lineages(CellOntology ontology, Map<String, String> roots, Map<String, Set<String>> programs) {
        this.ontology = ontology;
        this.roots = Collections.unmodifiableSortedMap(new TreeMap<>(roots));
        this.programs = Map.copyOf(programs);
    }

    /// @return name of the lineage of a term, [#OTHER] where no row covers it
    public String of(String cellOntologyId) {
        String best = OTHER;
        int depth = -1;
        for (Map.Entry<String, String> root : roots.entrySet()) { // sorted, so ties go to the first id
            String id = root.getKey();
            boolean covers = id.equals(cellOntologyId) || ontology.isAncestor(id, cellOntologyId);
            if (covers && ontology.depth(id) > depth) {
                best = root.getValue();
                depth = ontology.depth(id);
            }
        }
        return best;
    }

    /// @return GO-slim ids that a lineage allows, with those that any cell may show; [#OTHER] has only these
    public Set<String> programs(String lineage) {
        Set<String> allowed = new HashSet<>(programs.getOrDefault(ANY, Set.of()));
        allowed.addAll(programs.getOrDefault(lineage, Set.of()));
        return Collections.unmodifiableSet(allowed);
    }

    /// @return names of all lineages, sorted; [#OTHER] is none of them
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(roots.values());
        names.remove(OTHER);
        return names;
    }
}
