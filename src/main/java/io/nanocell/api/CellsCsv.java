package io.nanocell.api;

import io.nanocell.results.CellLabel;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import io.nanocell.results.TypeShare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of the cell table that Xenium Explorer reads: `cell_id,group,color`, and further columns on request.
/// What cells of one cluster and one type have in common is worked out once.
final class CellsCsv {

    /// What a line is grouped by.
    enum Group {
        LABEL,
        CLUSTER,
        CELL_LABEL
    }

    /// Columns that can be added.
    enum Column {
        CLUSTER("cluster"),
        LABEL("label"),
        CELL_ONTOLOGY_ID("cellOntologyId"),
        VERDICT("verdict"),
        CONFIDENCE("confidence"),
        CELL_LABEL("cellLabel"),
        CELL_LABEL_ONTOLOGY_ID("cellLabelOntologyId"),
        CELL_LINEAGE("cellLineage");

        private final String header;

        Column(String header) {
            this.header = header;
        }

        String header() {
            return header;
        }
    }

    private static final String NOT_ASSESSED = "NOT_ASSESSED";
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    /// Cells whose lines differ in nothing but the id.
    private record Kind(int cluster, @Nullable CellLabel label) {}

    private final Map<Integer, ClusterView> clusters = new HashMap<>();
    private final Group group;
    private final List<Column> columns;
    private final Map<String, String> colours = new LinkedHashMap<>();
    private final Map<Kind, String> tails = new HashMap<>();

    CellsCsv(List<ClusterView> clusters, Group group, List<Column> columns) {
        this.group = group;
        this.columns = columns;
        colours.put(NOT_ASSESSED, Palette.GREY);
        for (ClusterView cluster : clusters) {
            this.clusters.put(cluster.number(), cluster);
            if (group != Group.CELL_LABEL) {
                colour(nameOf(cluster, null)); // by the clusters' numbers, whatever cell comes first
            }
        }
    }

    private String colour(String name) {
        return colours.computeIfAbsent(name, _ -> Palette.colour(colours.size() - 1));
    }

    String header() {
        return "cell_id,group,color"
                + columns.stream().map(c -> "," + c.header()).collect(Collectors.joining());
    }

    String line(CellRow cell) {
        var kind = new Kind(cell.cluster(), cell.label());
        String tail = tails.get(kind);
        if (tail == null) {
            ClusterView cluster = clusters.get(cell.cluster());
            if (cluster == null && cell.cluster() != 0) {
                throw new IllegalStateException("cell %s is in cluster %d, which the job does not have"
                        .formatted(cell.cellId(), cell.cluster()));
            }
            tail = tail(cluster, cell.label());
            tails.put(kind, tail);
        }
        return quoted(cell.cellId()) + tail; // ids stay as they are
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
        String label = cluster.label();
        if (label == null) {
            return NOT_ASSESSED;
        }
        return label.equals("Unresolved") || label.equals("Heterogeneous")
                ? "%s (Cluster %d)".formatted(label, cluster.number())
                : label;
    }

    /// @param cluster null for a cell in none
    /// @param label its own type, null where it has none
    private String tail(@Nullable ClusterView cluster, @Nullable CellLabel label) {
        String name = nameOf(cluster, label);
        List<String> values = new ArrayList<>(List.of("", safe(name), colour(name)));
        for (Column column : columns) {
            values.add(
                    switch (column) {
                        case CLUSTER -> cluster == null ? "" : Integer.toString(cluster.number());
                        case LABEL -> cluster == null ? "" : orEmpty(cluster.label());
                        case CELL_ONTOLOGY_ID -> cluster == null ? "" : orEmpty(cluster.cellOntologyId());
                        case VERDICT -> cluster == null ? NOT_ASSESSED : cluster.verdict();
                        case CONFIDENCE ->
                            cluster == null || cluster.confidence() == null
                                    ? ""
                                    : Double.toString(cluster.confidence());
                        case CELL_LABEL -> label == null ? "" : safe(label.label());
                        case CELL_LABEL_ONTOLOGY_ID -> label == null ? "" : orEmpty(label.cellOntologyId());
                        case CELL_LINEAGE -> label == null ? "" : safe(label.lineage());
                    });
        }
        return String.join(",", values);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : safe(text);
    }

    /// Group names and own labels come from callers: one that a spreadsheet would run as a formula gets an apostrophe.
    private static String safe(String text) {
        boolean formula = !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !PLAIN_NUMBER.matcher(text).matches();
        return quoted(formula ? "'" + text : text);
    }

    /// RFC 4180.
    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
