package io.nanocell.reference;

import java.util.SortedSet;

/// An admissible name for a cluster: an entry of PanglaoDB or CellMarker, one per Cell Ontology term.
///
/// @param name the Cell Ontology's name of the term, or the database's own where the label maps to no term of its own
/// @param cellOntologyId "CL:0000182"
/// @param lineage name of its lineage in `lineages.tsv`
/// @param tissues tissues that the databases give for it, lower case
/// @param markers number of genes that any source in use gives for it
public record Label(String name, String cellOntologyId, String lineage, SortedSet<String> tissues, int markers) {}
