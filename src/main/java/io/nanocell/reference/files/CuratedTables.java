package io.nanocell.reference.files;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Lineages;
import io.nanocell.reference.Tissues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the small tables that were made for this project by hand.
public final class CuratedTables {

    private CuratedTables() {}

    /// @param roots columns lineage, cl_id
    /// @param programs columns lineage, go_id
    public static Lineages lineages(ReferenceFile roots, ReferenceFile programs, CellOntology ontology) {
        Map<String, String> lineageOf = new TreeMap<>();
        new Table(roots, "lineage", "cl_id")
                .forEach(row ->
                        ontology.canonical(row.get("cl_id")).ifPresent(id -> lineageOf.put(id, row.get("lineage"))));
        Map<String, Set<String>> allowed = new TreeMap<>();
        new Table(programs, "lineage", "go_id")
                .forEach(row -> allowed.computeIfAbsent(row.get("lineage"), _ -> new TreeSet<>())
                        .add(row.get("go_id")));
        return new Lineages(ontology, lineageOf, allowed);
    }

    /// @param file column gene
    static SortedSet<String> genes(ReferenceFile file) {
        SortedSet<String> genes = new TreeSet<>();
        new Table(file, "gene").forEach(row -> genes.add(row.get("gene")));
        return genes;
    }

    /// @param file columns organ, words, unless, lacks
    public static Tissues tissues(ReferenceFile file) {
        List<Tissues.Organ> organs = new ArrayList<>();
        new Table(file, "organ", "words", "unless", "lacks")
                .forEach(row -> organs.add(new Tissues.Organ(
                        row.get("organ"), row.parts("words"), row.parts("unless"), Set.copyOf(row.parts("lacks")))));
        return new Tissues(organs);
    }
}
