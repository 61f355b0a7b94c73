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

/// Groups numbered by size: 1 is the largest, ties by smallest cell index; 0 is what is too small to assess. The small
/// ones go on counting, single cells aside.
///
/// @param cluster of every item of the grouping
/// @param groupOfCluster which group became cluster 1, 2, …
/// @param small number of the small group of every item, above those of the clusters; 0 where it is in none
/// @param groupOfSmall which group became the first, second, … small one
record ClusterNumbers(int[] cluster, int[] groupOfCluster, int[] small, int[] groupOfSmall) {

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
        return new SpatialClustering(
                clusters.cluster,
                Arrays.stream(clusters.groupOfCluster).mapToObj(groups::get).toList(),
                null,
                clusters.small,
                Arrays.stream(clusters.groupOfSmall).mapToObj(groups::get).toList());
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
        int[] bySize = IntStream.range(0, groups)
                .filter(g -> size[g] > 0)
                .boxed()
                .sorted((a, b) -> size[a] != size[b]
                        ? Integer.compare(size[b], size[a])
                        : Integer.compare(firstCell[a], firstCell[b]))
                .mapToInt(g -> g)
                .toArray();
        int[] kept = Arrays.stream(bySize).filter(g -> size[g] >= least).toArray();
        int[] small = Arrays.stream(bySize)
                .filter(g -> size[g] < least && size[g] > 1)
                .toArray();
        return new ClusterNumbers(
                numbered(group, groups, kept, 1), kept, numbered(group, groups, small, kept.length + 1), small);
    }

    private static int[] numbered(int[] group, int groups, int[] chosen, int first) {
        int[] number = new int[groups];
        for (int i = 0; i < chosen.length; i++) {
            number[chosen[i]] = first + i;
        }
        int[] numbered = new int[group.length];
        Arrays.setAll(numbered, p -> group[p] < 0 ? 0 : number[group[p]]);
        return numbered;
    }

    /// @return number of clusters
    int count() {
        return groupOfCluster.length;
    }

    /// @return cluster of every cell, given the cell at every position
    int[] ofCells(int[] cellAt) {
        return ofCells(cluster, cellAt);
    }

    private static int[] ofCells(int[] ofPositions, int[] cellAt) {
        int[] ofCells = new int[ofPositions.length];
        for (int p = 0; p < ofPositions.length; p++) {
            ofCells[cellAt[p]] = ofPositions[p];
        }
        return ofCells;
    }

    /// @param cellAt cell at every position
    SpatialClustering clustering(int[] cellAt, SpatialMetrics metrics) {
        return new SpatialClustering(
                ofCells(cluster, cellAt),
                names(1, count()),
                metrics,
                ofCells(small, cellAt),
                names(count() + 1, count() + groupOfSmall.length));
    }

    /// @return "Cluster 1", "Cluster 2", …
    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(n -> "Cluster " + n).toList();
    }
}
