package io.nanocell.reference;

import java.util.List;

/// A live term of the Gene Ontology.
///
/// @param id "GO:0006955"
/// @param name "immune response"
/// @param isA ids of its is_a parents
/// @param partOf ids of the terms that it is part_of
public record GoTerm(String id, String name, List<String> isA, List<String> partOf) {

    public GoTerm {
        isA = List.copyOf(isA);
        partOf = List.copyOf(partOf);
    }
}
