package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The genes that a dot plot has columns for: the top markers of each cluster, each gene once, with the first
/// cluster that it marks. The plot has a dot for every gene in every cluster, so that the number of clusters
/// that are drawn is limited: 115 at three markers of each.
///
/// @param assessed how many clusters of the job have been assessed
/// @param left how many have not
/// @param markers of each cluster, at most
/// @param groups the clusters drawn, by number
public record MarkerColumns(int assessed, int left, int markers, List<Group> groups) {

    private static final int MOST_DOTS = 40_000;

    /// @param genes that mark the cluster and none before it, strongest first; may be empty
    public record Group(ClusterView cluster, List<String> genes) {}

    /// @param clusters all of the job, by number
    /// @param markers of each, from 1
    public static MarkerColumns of(List<ClusterView> clusters, int markers) {
        if (markers < 1) {
            throw new IllegalArgumentException("%d markers of each cluster".formatted(markers));
        }
        List<ClusterView> assessed = ClusterRows.assessed(clusters);
        int most = (int) Math.sqrt((double) MOST_DOTS / markers); // clusters · (clusters · markers) dots
        Set<String> known = new LinkedHashSet<>();
        List<Group> groups = new ArrayList<>();
        for (ClusterView cluster : assessed.subList(0, Math.min(most, assessed.size()))) {
            groups.add(new Group(
                    cluster,
                    cluster.topMarkers().stream()
                            .limit(markers)
                            .filter(known::add)
                            .toList()));
        }
        return new MarkerColumns(assessed.size(), clusters.size() - assessed.size(), markers, List.copyOf(groups));
    }

    /// @return all of them, from left to right
    public List<String> genes() {
        return groups.stream().flatMap(group -> group.genes().stream()).toList();
    }
}
