package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// A cell of a finished job.
///
/// @param cellId original id
/// @param cluster number, 0 where not assessed
/// @param reason name of the reason why it is not assessed, "NONE" otherwise
/// @param label its own type, whatever its cluster is called; null where none is clear
/// @param x of its centroid, µm; null for a dataset from before centroids were stored
/// @param y of its centroid, µm, downwards; null where `x` is
public record CellRow(
        String cellId,
        int cluster,
        String reason,
        @Nullable CellLabel label,
        @Nullable Float x,
        @Nullable Float y) {

    /// A cell that nobody knows the place of.
    public CellRow(String cellId, int cluster, String reason, @Nullable CellLabel label) {
        this(cellId, cluster, reason, label, null, null);
    }

    /// The same without a type of its own.
    public CellRow(String cellId, int cluster, String reason) {
        this(cellId, cluster, reason, null);
    }
}
