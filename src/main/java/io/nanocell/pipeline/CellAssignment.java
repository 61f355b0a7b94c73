package io.nanocell.pipeline;

import io.nanocell.ingest.FilterReason;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.spatial.SpatialClustering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each cell of a section went.
///
/// @param cluster per cell of the section: cluster number, also of one too small to be assessed; 0 where it is in none
/// @param reason per cell: code of the [FilterReason]
record CellAssignment(int[] cluster, short[] reason) {

    static CellAssignment of(SpatialDataset dataset, SpatialClustering clustering) {
        int cells = dataset.section().cells();
        int[] cluster = new int[cells];
        short[] reason = new short[cells];
        for (int cell = 0; cell < cells; cell++) {
            reason[cell] = dataset.reasons().get(cell).code();
        }
        List<@Nullable String> groups = dataset.section().groups();
        for (int row = 0; row < dataset.cells(); row++) {
            int cell = dataset.keptCells()[row];
            cluster[cell] = clustering.cluster()[row];
            if (cluster[cell] == 0) {
                cluster[cell] = clustering.small()[row];
                boolean without = groups != null && groups.get(cell) == null;
                reason[cell] = (without ? FilterReason.NO_GROUP : FilterReason.SMALL_CLUSTER).code();
            }
        }
        return new CellAssignment(cluster, reason);
    }

    /// @return number of cells of every cluster, at its number
    int[] sizes(int clusters) {
        int[] sizes = new int[clusters + 1];
        for (int c : cluster) {
            sizes[c]++;
        }
        return sizes;
    }
}
