package io.nanocell.reference;

import java.util.List;

/// A term of the Cell Ontology.
///
/// @param id "CL:0000182"
/// @param name "hepatocyte"
/// @param parents ids of its is_a parents
/// @param exactSynonyms other names of exactly this type
public record CellType(String id, String name, List<String> parents, List<String> exactSynonyms) {}
