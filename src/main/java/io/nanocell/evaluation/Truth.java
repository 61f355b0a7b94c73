package io.nanocell.evaluation;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What experts say a cluster or a cell is.
///
/// @param id of the cluster or cell
/// @param tissue it is of; null where nobody said
/// @param cellOntologyIds one or more terms, each of them right
public record Truth(String id, @Nullable String tissue, Set<String> cellOntologyIds) {

    public Truth {
        if (cellOntologyIds.isEmpty()) {
            throw new IllegalArgumentException("the truth of %s has no Cell Ontology id".formatted(id));
        }
        cellOntologyIds = Set.copyOf(cellOntologyIds);
    }

    public Truth(String id, Set<String> cellOntologyIds) {
        this(id, null, cellOntologyIds);
    }

    /// @return ids, sorted, joined by `|`
    static String key(Set<String> ids) {
        return String.join("|", new TreeSet<>(ids));
    }
}
