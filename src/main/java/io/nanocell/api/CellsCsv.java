package io.nanocell.api;

import io.nanocell.results.CellRow;
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
    private final Map<CellGroups.Kind, String> tails = new HashMap<>();

    CellsCsv(CellGroups groups, List<CellColumn> columns) {
        this.groups = groups;
        this.columns = columns;
    }

    @Override
    String head() {
        return "cell_id,group,color"
                + columns.stream().map(c -> "," + c.header()).collect(Collectors.joining())
                + "\n";
    }

    @Override
    String line(CellRow cell) {
        return quoted(cell.cellId()) + tails.computeIfAbsent(groups.of(cell), this::tail); // ids stay as they are
    }

    private String tail(CellGroups.Kind kind) {
        return "," + safe(kind.name()) + "," + kind.colour()
                + columns.stream().map(c -> "," + text(c.of(kind))).collect(Collectors.joining());
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
