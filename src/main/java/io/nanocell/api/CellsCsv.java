package io.nanocell.api;

import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of the cell table that Xenium Explorer reads: `cell_id,group,color`, and further columns on request. What a
/// cluster contributes to its cells' lines is worked out once per cluster.
final class CellsCsv {

    /// What a line is grouped by.
    enum Group {
        LABEL,
        CLUSTER
    }

    /// Columns that can be added.
    enum Column {
        CLUSTER("cluster"),
        LABEL("label"),
        CELL_ONTOLOGY_ID("cellOntologyId"),
        VERDICT("verdict"),
        CONFIDENCE("confidence");

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

    private final List<Column> columns;
    private final Map<Integer, String> tails = new HashMap<>();
    private final String notAssessed;

    CellsCsv(List<ClusterView> clusters, Group group, List<Column> columns) {
        this.columns = columns;
        this.notAssessed = tail(NOT_ASSESSED, Palette.GREY, null);
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put(NOT_ASSESSED, Palette.GREY);
        for (ClusterView cluster : clusters) {
            String name = group == Group.CLUSTER ? cluster.name() : nameByLabel(cluster);
            String colour = colours.computeIfAbsent(name, _ -> Palette.colour(colours.size() - 1));
            tails.put(cluster.number(), tail(name, colour, cluster));
        }
    }

    String header() {
        return "cell_id,group,color"
                + columns.stream().map(c -> "," + c.header()).collect(Collectors.joining());
    }

    String line(CellRow cell) {
        String tail = tails.get(cell.cluster());
        if (tail == null && cell.cluster() != 0) {
            throw new IllegalStateException(
                    "cell %s is in cluster %d, which the job does not have".formatted(cell.cellId(), cell.cluster()));
        }
        return quoted(cell.cellId()) + (tail == null ? notAssessed : tail); // ids stay as they are
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
    private String tail(String group, String colour, @Nullable ClusterView cluster) {
        List<String> values = new ArrayList<>(List.of("", safe(group), colour));
        for (Column column : columns) {
            values.add(
                    switch (column) {
                        case CLUSTER -> cluster == null ? "" : Integer.toString(cluster.number());
                        case LABEL -> cluster == null || cluster.label() == null ? "" : safe(cluster.label());
                        case CELL_ONTOLOGY_ID ->
                            cluster == null || cluster.cellOntologyId() == null ? "" : safe(cluster.cellOntologyId());
                        case VERDICT -> cluster == null ? NOT_ASSESSED : cluster.verdict();
                        case CONFIDENCE ->
                            cluster == null || cluster.confidence() == null
                                    ? ""
                                    : Double.toString(cluster.confidence());
                    });
        }
        return String.join(",", values);
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
