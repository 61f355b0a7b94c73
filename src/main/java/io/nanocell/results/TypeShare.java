package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// The cells of one type in a cluster.
///
/// @param label what they are called, or "Unassigned" for those that carry no type
/// @param cellOntologyId null for "Unassigned" and for a user's label that stands for no term
/// @param lineage null for "Unassigned"
/// @param cells how many
/// @param share of the cluster's cells, 0..1; the shares of a cluster sum to 1
public record TypeShare(
        String label,
        @Nullable String cellOntologyId,
        @Nullable String lineage,
        int cells,
        double share) {

    /// Label of the cells without a type.
    public static final String UNASSIGNED = "Unassigned";
}
