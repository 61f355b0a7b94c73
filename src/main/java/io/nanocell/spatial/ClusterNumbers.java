package io.nanocell.spatial;

import io.nanocell.spatial.graph.WeightedGraph;
import io.nanocell.spatial.leiden.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Groups numbered by size: 1 is the largest, ties by smallest cell index; 0 is what is too small to assess.
///
/// @param cluster of every item of the grouping
/// @param groupOfCluster which group became cluster 1, 2, …
record ClusterNumbers(int[] cluster, int[] groupOfCluster) {

    /// @param partition of positions; a node without edges belongs to no cluster
    /// @param cellAt cell at every position
    static ClusterNumbers of(Partition partition, WeightedGraph graph, int[] cellAt, int minClusterSize) {
        int[] group = partition.community().clone();
        for (int p = 0; p < group.length; p++) {
            if (graph.strength(p) == 0) {
                group[p] = -1;
            }
        }
        return of(group, partition.communities(), cellAt, minClusterSize);
    }

    /// @param names group of every cell, null for none
    static SpatialClustering ofNames(List<@Nullable String> names, int minClusterSize) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> groups = new ArrayList<>();
        int[] group = new int[names.size()];
        for (int cell = 0; cell < group.length; cell++) {
            String name = names.get(cell);
            Integer known = name == null ? Integer.valueOf(-1) : numbers.putIfAbsent(name, groups.size());
            if (name != null && known == null) {
                known = groups.size();
                groups.add(name);
            }
            group[cell] = known == null ? -1 : known;
        }
        int[] cells = IntStream.range(0, group.length).toArray();
        ClusterNumbers clusters = of(group, groups.size(), cells, minClusterSize);
        List<String> kept =
                Arrays.stream(clusters.groupOfCluster).mapToObj(groups::get).toList();
        return new SpatialClustering(clusters.cluster, kept, null);
    }

    private static ClusterNumbers of(int[] group, int groups, int[] cellAt, int minClusterSize) {
        int[] size = new int[groups];
        int[] firstCell = new int[groups];
        Arrays.fill(firstCell, Integer.MAX_VALUE);
        for (int p = 0; p < group.length; p++) {
            if (group[p] >= 0) {
                size[group[p]]++;
                firstCell[group[p]] = Math.min(firstCell[group[p]], cellAt[p]);
            }
        }
        double least = Math.min(minClusterSize, 0.01 * group.length);
        int[] kept = IntStream.range(0, groups)
                .filter(g -> size[g] > 0 && size[g] >= least)
                .boxed()
                .sorted((a, b) -> size[a] != size[b]
                        ? Integer.compare(size[b], size[a])
                        : Integer.compare(firstCell[a], firstCell[b]))
                .mapToInt(g -> g)
                .toArray();
        int[] number = new int[groups];
        for (int i = 0; i < kept.length; i++) {
            number[kept[i]] = i + 1;
        }
        int[] cluster = new int[group.length];
        Arrays.setAll(cluster, p -> group[p] < 0 ? 0 : number[group[p]]);
        return new ClusterNumbers(cluster, kept);
    }

    /// @return number of clusters
    int count() {
        return groupOfCluster.length;
    }

    /// @return cluster of every cell, given the cell at every position
    int[] ofCells(int[] cellAt) {
        int[] ofCells = new int[cluster.length];
        for (int p = 0; p < cluster.length; p++) {
            ofCells[cellAt[p]] = cluster[p];
        }
        return ofCells;
    }

    /// @return "Cluster 1", "Cluster 2", …
    List<String> names() {
        return IntStream.rangeClosed(1, count()).mapToObj(n -> "Cluster " + n).toList();
    }
}
