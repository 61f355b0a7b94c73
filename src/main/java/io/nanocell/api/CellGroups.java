package io.nanocell.api;

import io.nanocell.pipeline.figures.Palette;
import io.nanocell.pipeline.figures.TypeRanking;
import io.nanocell.results.CellLabel;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import io.nanocell.results.TypeShare;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The groups that the cells of a job are told apart by, and their colours.
final class CellGroups {

    /// What cells are grouped by.
    enum Group {
        LABEL,
        CLUSTER,
        CELL_LABEL;

        /// @param value of the query's `group`; null: by label
        /// @throws io.nanocell.results.RequestRejected if there is no such group
        static Group of(@Nullable String value) {
            return switch (value) {
                case null -> LABEL;
                case "label" -> LABEL;
                case "cluster" -> CLUSTER;
                case "cellLabel" -> CELL_LABEL;
                default -> throw Rejections.invalid("group", value, "Allowed: label, cluster, cellLabel");
            };
        }
    }

    static final String NOT_ASSESSED = "NOT_ASSESSED";

    /// What cells have in common that differ in nothing but id and place.
    ///
    /// @param cluster null for a cell in none
    /// @param type its own, null where it has none
    /// @param reason why it is not assessed, "NONE" otherwise
    /// @param name of the group
    /// @param colour of the group, "#RRGGBB"
    record Kind(@Nullable ClusterView cluster, @Nullable CellLabel type, String reason, String name, String colour) {}

    private record Key(int cluster, @Nullable CellLabel type, String reason) {}

    private final Map<Integer, ClusterView> clusters = new HashMap<>();
    private final Group group;
    private final Map<String, String> colours = new LinkedHashMap<>();
    private final Map<Key, Kind> kinds = new HashMap<>();
    private int given; // colours of the palette

    /// @param clusters all of the job
    CellGroups(List<ClusterView> clusters, Group group) {
        this.group = group;
        colours.put(NOT_ASSESSED, Palette.GREY);
        for (ClusterView cluster : clusters) {
            this.clusters.put(cluster.number(), cluster);
            if (group != Group.CELL_LABEL) {
                colour(nameOf(cluster, null)); // by the clusters' numbers, whatever cell comes first
            }
        }
        if (group == Group.CELL_LABEL) {
            TypeRanking.mostFrequentFirst(clusters).forEach(type -> colour(type.getKey()));
        }
    }

    private String colour(String name) {
        String known = colours.get(name);
        if (known != null) {
            return known;
        }
        boolean unassigned = group == Group.CELL_LABEL && name.equals(TypeShare.UNASSIGNED);
        String colour = unassigned ? Palette.UNASSIGNED : Palette.colour(given++);
        colours.put(name, colour);
        return colour;
    }

    /// @return the colours of the groups seen so far, by name; the first one is that of cells in no group
    Map<String, String> colours() {
        return Collections.unmodifiableMap(colours);
    }

    /// @return the same object for cells of one kind
    Kind of(CellRow cell) {
        var key = new Key(cell.cluster(), cell.label(), cell.reason());
        Kind known = kinds.get(key);
        if (known != null) {
            return known;
        }
        ClusterView cluster = clusters.get(cell.cluster());
        if (cluster == null && cell.cluster() != 0) {
            throw new IllegalStateException(
                    "cell %s is in cluster %d, which the job does not have".formatted(cell.cellId(), cell.cluster()));
        }
        String name = nameOf(cluster, cell.label());
        var kind = new Kind(cluster, cell.label(), cell.reason(), name, colour(name));
        kinds.put(key, kind);
        return kind;
    }

    private String nameOf(@Nullable ClusterView cluster, @Nullable CellLabel label) {
        if (cluster == null) {
            return NOT_ASSESSED;
        }
        return switch (group) {
            case LABEL -> nameByLabel(cluster);
            case CLUSTER -> cluster.name();
            case CELL_LABEL -> {
                String other = cluster.label() == null ? NOT_ASSESSED : TypeShare.UNASSIGNED;
                yield label == null ? other : label.label();
            }
        };
    }

    /// Clusters of one label are one group; those without a real label stay apart.
    private static String nameByLabel(ClusterView cluster) {
        String label = cluster.distinctLabel();
        return label == null ? NOT_ASSESSED : label;
    }
}
