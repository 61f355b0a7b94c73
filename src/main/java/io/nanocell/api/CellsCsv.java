package io.nanocell.api;

import io.nanocell.results.CellRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of the cell table that Xenium Explorer reads: `cell_id,group,color`, and further columns on request.
/// What cells of one kind have in common is worked out once.
final class CellsCsv extends CellsText {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final CellGroups groups;
    private final List<CellColumn> columns;
    private final List<CellColumn> places;
    private final Map<CellGroups.Kind, List<String>> pieces = new HashMap<>();

    CellsCsv(CellGroups groups, List<CellColumn> columns) {
        this.groups = groups;
        this.columns = columns;
        this.places = columns.stream().filter(CellColumn::isPlace).toList();
    }

    @Override
    String head() {
        return "cell_id,group,color"
                + columns.stream().map(c -> "," + c.header()).collect(Collectors.joining())
                + "\n";
    }

    @Override
    String line(CellRow cell) {
        CellGroups.Kind kind = groups.of(cell);
        List<String> between = pieces.computeIfAbsent(kind, this::pieces);
        var line = new StringBuilder(quoted(cell.cellId())).append(between.getFirst()); // ids stay as they are
        for (int i = 0; i < places.size(); i++) {
            line.append(',').append(text(places.get(i).of(cell, kind))).append(between.get(i + 1));
        }
        return line.toString();
    }

    /// @return the columns before, between and after those of the place
    private List<String> pieces(CellGroups.Kind kind) {
        List<String> done = new ArrayList<>();
        var piece = new StringBuilder()
                .append(',')
                .append(safe(kind.name()))
                .append(',')
                .append(kind.colour());
        for (CellColumn column : columns) {
            if (column.isPlace()) {
                done.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(',').append(text(column.of(kind)));
            }
        }
        done.add(piece.toString());
        return List.copyOf(done);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : safe(value.toString());
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
