package io.nanocell.spatial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cluster per kept cell. Clusters are numbered by size, 1 = largest (ties by smallest cell index); those too small
/// to be assessed go on counting.
///
/// @param cluster per kept cell: 1 … names.size(), or 0 where the cell is isolated or its cluster too small
/// @param names names of clusters 1, 2, …: "Cluster n", or the brought-in group's name
/// @param metrics how well the domains hold together; null where own clusters were brought
/// @param small per kept cell: number of its cluster where that is too small, names.size() + 1 …; else 0
/// @param smallNames names of the small clusters, in the order of their numbers
public record SpatialClustering(
        int[] cluster, List<String> names, @Nullable SpatialMetrics metrics, int[] small, List<String> smallNames) {

    /// Without small clusters.
    public SpatialClustering(int[] cluster, List<String> names, @Nullable SpatialMetrics metrics) {
        this(cluster, names, metrics, new int[cluster.length], List.of());
    }

    /// @return number of assessed clusters
    public int clusters() {
        return names.size();
    }
}
