package io.nanocell.evidence;

import org.jspecify.annotations.Nullable;

/// What the single cells of a cluster say.
///
/// @param number of the cluster, from 1
/// @param lineage with the best mean score over its cells; null where the panel has markers of fewer than two
/// lineages
/// @param heterogeneity how much of the cluster is clearly of another lineage, 0..1, see [CellLineages]; null where the
/// panel or the cells show too little to tell
/// @param leakage share of its markers' signal that contact neighbours of other clusters explain, 0..1; null for a
/// cluster without markers
public record ClusterCells(
        int number,
        @Nullable String lineage,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {

    /// Where the cells' own types tell more lineages than the panel's markers of lineages do, they are heard.
    ///
    /// @return the same with the greater heterogeneity of the two
    public ClusterCells with(CellTypes types) {
        if (types.mixture(number).isEmpty()) {
            return this;
        }
        double ofTypes = types.heterogeneity(number);
        double greater = heterogeneity == null ? ofTypes : Math.max(heterogeneity, ofTypes);
        return new ClusterCells(number, lineage, greater, leakage);
    }
}
