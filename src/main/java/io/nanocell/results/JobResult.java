package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All results of a job, stored in one transaction.
///
/// @param cluster per cell of the dataset: cluster number, 0 where not assessed
/// @param reason per cell: ordinal of the reason, 0 where assessed
public record JobResult(
        JobQuality quality,
        @Nullable JobMetrics metrics,
        Provenance provenance,
        List<Notice> warnings,
        List<ClusterRecord> clusters,
        int[] cluster,
        short[] reason,
        String resultSha256) {}
