package io.nanocell.api;

import io.nanocell.results.CellRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object per cell and line: `cellId`, `group`, `color` and the columns, null where a cell has none.
final class CellsNdjson extends CellsText {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CellGroups groups;
    private final List<CellColumn> columns;
    private final List<CellColumn> places;
    private final Map<CellGroups.Kind, String> tails = new HashMap<>();

    CellsNdjson(CellGroups groups, List<CellColumn> columns) {
        this.groups = groups;
        this.columns = columns.stream().filter(column -> !column.isPlace()).toList();
        this.places = columns.stream().filter(CellColumn::isPlace).toList();
    }

    @Override
    String head() {
        return "";
    }

    @Override
    String line(CellRow cell) {
        var line = new StringBuilder("{\"cellId\":")
                .append(JSON.writeValueAsString(cell.cellId()))
                .append(',');
        CellGroups.Kind kind = groups.of(cell);
        for (CellColumn column : places) {
            line.append('"')
                    .append(column.header())
                    .append("\":")
                    .append(column.of(cell, kind))
                    .append(',');
        }
        return line.append(tails.computeIfAbsent(kind, this::tail)).toString();
    }

    /// @return the object from its group on
    private String tail(CellGroups.Kind kind) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("group", kind.name());
        members.put("color", kind.colour());
        columns.forEach(column -> members.put(column.header(), column.of(kind)));
        return JSON.writeValueAsString(members).substring(1);
    }
}
