package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// A cell of a finished job.
///
/// @param cellId original id
/// @param cluster number, 0 where not assessed
/// @param reason name of the reason why it is not assessed, "NONE" otherwise
/// @param label its own type, whatever its cluster is called; null where none is clear
public record CellRow(
        String cellId, int cluster, String reason, @Nullable CellLabel label) {

    /// A cell without a type of its own.
    public CellRow(String cellId, int cluster, String reason) {
        this(cellId, cluster, reason, null);
    }
}
