package io.nanocell.reference;

import java.util.Map;

/// The marker genes that one publication, study or database gives for one type.
///
/// @param source of the list
/// @param publication what may be left out as a whole: a PubMed id, a study, or the database's name
/// @param cellOntologyId live id of the type
/// @param name how the source calls the type
/// @param lists for how many lists it counts, ≥ 0: the type's publications are the sum; 0 for lists that are evidence
/// only
/// @param weights approved gene symbol → evidence, each > 0
public record MarkerList(
        MarkerSource source,
        String publication,
        String cellOntologyId,
        String name,
        double lists,
        Map<String, Double> weights) {

    public MarkerList {
        if (!(lists >= 0)) {
            throw new IllegalArgumentException("a list cannot count as %s lists".formatted(lists));
        }
        weights = Map.copyOf(weights);
    }
}
