package io.nanocell.evaluation;

import java.util.Set;
import java.util.TreeSet;

/// What experts say a cluster or a cell is.
///
/// @param id of the cluster or cell
/// @param cellOntologyIds one or more terms, each of them right
public record Truth(String id, Set<String> cellOntologyIds) {

    public Truth {
        if (cellOntologyIds.isEmpty()) {
            throw new IllegalArgumentException("the truth of %s has no Cell Ontology id".formatted(id));
        }
        cellOntologyIds = Set.copyOf(cellOntologyIds);
    }

    /// @return its ids, sorted, joined by `|`
    String key() {
        return String.join("|", new TreeSet<>(cellOntologyIds));
    }
}
