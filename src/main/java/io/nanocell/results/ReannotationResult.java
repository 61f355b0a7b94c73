package io.nanocell.results;

import java.util.List;

/// What a reannotation has found, stored in one transaction.
///
/// @param cluster what takes the place of the cluster's record
/// @param labels what its cells are called
/// @param labelOfCell per cell of the section: number of its label, from 1; 0 where it has none. Those of
/// cells in other clusters are not looked at
/// @param basedOn digest of the job's results that it was computed on
/// @param resultSha256 digest of the job's results with this cluster in them
public record ReannotationResult(
        ClusterRecord cluster,
        List<CellLabel> labels,
        short[] labelOfCell,
        Provenance provenance,
        List<Notice> warnings,
        String basedOn,
        String resultSha256) {}
