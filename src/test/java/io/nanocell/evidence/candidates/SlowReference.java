package io.nanocell.evidence.candidates;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// W by its formula, term by term and without any structure: a second answer to check the fast one by.
record SlowReference(MarkerDatabase database, CellOntology ontology) {

    double own(String type, String gene) {
        return database.lists().stream()
                .filter(list -> list.cellOntologyId().equals(type))
                .mapToDouble(list -> list.weights().getOrDefault(gene, 0.0))
                .sum();
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        for (MarkerList list : database.lists()) {
            used.add(list.cellOntologyId());
            used.addAll(ontology.ancestors(list.cellOntologyId()));
        }
        return used;
    }

    double withChildren(String type, String gene) {
        List<String> children = used().stream()
                .filter(id -> ontology.parents(id).contains(type))
                .toList();
        double borrowed = 0;
        for (String child : children) {
            borrowed += withChildren(child, gene);
        }
        return own(type, gene) + (children.isEmpty() ? 0 : 0.15 * borrowed / Math.sqrt(children.size()));
    }

    double weight(String type, String gene, Set<String> panel) {
        Map<String, Double> evidence = new HashMap<>();
        int types = 0;
        int marked = 0;
        Set<String> families = new HashSet<>();
        for (String id : used()) {
            boolean any = database.genes().stream().anyMatch(g -> own(id, g) > 0);
            types += any ? 1 : 0;
            boolean aboveToo = ontology.ancestors(id).stream().anyMatch(ancestor -> own(ancestor, gene) > 0);
            marked += own(id, gene) > 0 ? 1 : 0;
            if (own(id, gene) > 0 && !aboveToo) {
                families.add(ontology.parents(id).stream().findFirst().orElse(id));
            }
        }
        database.genes().forEach(g -> evidence.put(g, withChildren(type, g)));
        double length = evidence.entrySet().stream()
                .filter(e -> panel.contains(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        double idf = (Math.log(1 + (double) types / Math.max(1, marked))
                        + Math.log(1 + (double) types / Math.max(1, families.size())))
                / 2;
        double saturated = Math.log(2) / Math.log(1.5) * Math.log(1 + evidence.getOrDefault(gene, 0.0) / 2);
        return saturated * idf / Math.pow(Math.max(1, length), 0.3);
    }
}
