package io.nanocell.reference.files;

import java.util.List;

/// A live Cell Ontology term with what naming and evidence need of it.
///
/// @param id "CL:0000182"
/// @param name "hepatocyte"
/// @param parents is_a parents that are Cell Ontology terms
/// @param exactSynonyms of exactly this type
/// @param replaced alternative ids, and obsolete ids that this term replaces
/// @param humanAtlas whether it stands in the subset `human_reference_atlas`
/// @param cellxgene whether it stands in `cellxgene_subset`
/// @param definition text
/// @param comment text
public record OntologyTerm(
        String id,
        String name,
        List<String> parents,
        List<String> exactSynonyms,
        List<String> replaced,
        boolean humanAtlas,
        boolean cellxgene,
        String definition,
        String comment) {}
