package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All results of a job, stored in one transaction.
///
/// @param cluster per cell of the dataset: cluster number, 0 where not assessed
/// @param reason per cell: ordinal of the reason, 0 where assessed
/// @param cellLabels what single cells are called
/// @param cellLabel per cell: number of its label, from 1; 0 where it has none
public record JobResult(
        JobQuality quality,
        @Nullable JobMetrics metrics,
        Provenance provenance,
        List<Notice> warnings,
        List<ClusterRecord> clusters,
        int[] cluster,
        short[] reason,
        List<CellLabel> cellLabels,
        short[] cellLabel,
        String resultSha256) {

    /// Without types of single cells.
    public JobResult(
            JobQuality quality,
            @Nullable JobMetrics metrics,
            Provenance provenance,
            List<Notice> warnings,
            List<ClusterRecord> clusters,
            int[] cluster,
            short[] reason,
            String resultSha256) {
        this(
                quality,
                metrics,
                provenance,
                warnings,
                clusters,
                cluster,
                reason,
                List.of(),
                new short[cluster.length],
                resultSha256);
    }
}
