package io.nanocell.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The short curated table of lineages (`lineages.tsv`) and the functions they allow (`lineage-programs.tsv`).
public final class Lineages {

    /// The lineage of a term that no row covers.
    public static final String OTHER = "other";

    private final CellOntology ontology;
    private final Map<String, String> roots;
    private final Map<String, Set<String>> programs;

    /// @param roots Cell Ontology id → lineage; a term belongs to the root with the longest is_a path from the
    /// ontology's top
    /// @param programs lineage → GO-slim ids it allows
    public Lineages(CellOntology ontology, Map<String, String> roots, Map<String, Set<String>> programs) {
        this.ontology = ontology;
        this.roots = Map.copyOf(roots);
        this.programs = Map.copyOf(programs);
    }

    /// @return name of the lineage of a term, [#OTHER] where no row covers it
    public String of(String cellOntologyId) {
        String best = OTHER;
        int depth = -1;
        List<String> path = new java.util.ArrayList<>(ontology.ancestors(cellOntologyId));
        path.add(cellOntologyId);
        for (String id : path) { // sorted, so ties go to the first id
            String lineage = roots.get(id);
            int here = ontology.ancestors(id).size();
            if (lineage != null && here > depth) {
                best = lineage;
                depth = here;
            }
        }
        return best;
    }

    /// @return GO-slim ids that a lineage allows; empty for an unknown lineage
    public Set<String> programs(String lineage) {
        return programs.getOrDefault(lineage, Set.of());
    }

    /// @return names of all lineages
    public Set<String> names() {
        return Set.copyOf(roots.values());
    }
}
