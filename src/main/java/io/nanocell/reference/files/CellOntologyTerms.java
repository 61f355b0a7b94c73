package io.nanocell.reference.files;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.CellType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The live terms of the Cell Ontology with their texts.
///
/// @param release "2026-06-08"
/// @param terms live terms, in file order
public record CellOntologyTerms(String release, List<OntologyTerm> terms) {

    public CellOntologyTerms {
        terms = List.copyOf(terms);
    }

    /// Reads the compact table that ships with the service.
    ///
    /// @throws io.nanocell.reference.UnreadableReferenceException if it is none
    public static CellOntologyTerms ofTable(ReferenceFile file, String release) {
        var terms = new ArrayList<OntologyTerm>();
        new Table(file, "id", "name", "parents", "exact_synonyms", "replaced", "subsets")
                .forEach(row -> terms.add(new OntologyTerm(
                        row.get("id"),
                        row.get("name"),
                        row.parts("parents"),
                        row.parts("exact_synonyms"),
                        row.parts("replaced"),
                        row.parts("subsets").contains(CellOntologyFile.HUMAN_ATLAS),
                        row.parts("subsets").contains(CellOntologyFile.CELLXGENE),
                        "",
                        "")));
        return new CellOntologyTerms(release, terms);
    }

    /// @return the is_a graph
    public CellOntology ontology() {
        Map<String, String> replacements = new TreeMap<>();
        terms.forEach(term -> term.replaced().forEach(id -> replacements.put(id, term.id())));
        return new CellOntology(
                terms.stream()
                        .map(term -> new CellType(term.id(), term.name(), term.parents(), term.exactSynonyms()))
                        .toList(),
                replacements);
    }
}
