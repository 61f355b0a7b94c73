package io.nanocell.spatial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cluster per kept cell. Clusters are numbered by size, 1 = largest (ties by smallest cell index).
///
/// @param cluster per kept cell: 1 … names.size(), or 0 where the cell is isolated or its cluster too small
/// @param names names of clusters 1, 2, …: "Cluster n", or the brought-in group's name
/// @param metrics how well the domains hold together; null where own clusters were brought
public record SpatialClustering(
        int[] cluster, List<String> names, @Nullable SpatialMetrics metrics) {

    /// @return number of assessed clusters
    public int clusters() {
        return names.size();
    }
}
