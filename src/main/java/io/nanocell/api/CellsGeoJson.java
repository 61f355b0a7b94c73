package io.nanocell.api;

import io.nanocell.results.CellRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The cells as points, a GeoJSON feature collection (RFC 7946, but for its coordinate system: these are µm of the
/// section, y downwards). `objectType`, `name`, `color` and `classification` are those that QuPath imports.
final class CellsGeoJson extends CellsText {

    static final String MEDIA_TYPE = "application/geo+json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CellGroups groups;
    private final List<CellColumn> columns;
    private final Map<CellGroups.Kind, String> tails = new HashMap<>();
    private boolean begun;

    CellsGeoJson(CellGroups groups, List<CellColumn> columns) {
        this.groups = groups;
        this.columns = columns.stream().filter(column -> !column.isPlace()).toList(); // the geometry holds it
    }

    @Override
    String head() {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n";
    }

    @Override
    String line(CellRow cell) {
        String id = JSON.writeValueAsString(cell.cellId());
        String line =
                "%s{\"type\":\"Feature\",\"id\":%s,\"geometry\":%s,\"properties\":{\"objectType\":\"detection\",\"name\":%s,%s}"
                        .formatted(
                                begun ? "," : "",
                                id,
                                geometry(cell),
                                id,
                                tails.computeIfAbsent(groups.of(cell), this::tail));
        begun = true;
        return line;
    }

    @Override
    String foot() {
        return "]}\n";
    }

    /// @return null in JSON for a cell that nobody knows the place of, which GeoJSON calls unlocated
    private static String geometry(CellRow cell) {
        return cell.x() == null || cell.y() == null
                ? "null"
                : "{\"type\":\"Point\",\"coordinates\":[" + cell.x() + "," + cell.y() + "]}";
    }

    /// @return the properties from the colour on, and their end
    private String tail(CellGroups.Kind kind) {
        int[] rgb = rgb(kind.colour());
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("color", rgb);
        Map<String, Object> classification = new LinkedHashMap<>();
        classification.put("name", kind.name());
        classification.put("color", rgb);
        members.put("classification", classification);
        columns.forEach(column -> members.put(column.header(), column.of(kind)));
        return JSON.writeValueAsString(members).substring(1);
    }

    private static int[] rgb(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
    }
}
