package io.nanocell.results;

/// A cell of a finished job.
///
/// @param cellId original id
/// @param cluster number, 0 where not assessed
/// @param reason name of the reason why it is not assessed, "NONE" otherwise
public record CellRow(String cellId, int cluster, String reason) {}
