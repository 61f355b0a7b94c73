package io.nanocell.api;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// The media types of the cell table.
enum CellsMedia {
    CSV("text/csv;charset=UTF-8", "csv"),
    NDJSON(CellsNdjson.MEDIA_TYPE, "ndjson"),
    PARQUET(CellsParquet.MEDIA_TYPE, "parquet"),
    GEO_JSON(CellsGeoJson.MEDIA_TYPE, "geojson");

    private final String type;
    private final String extension;

    CellsMedia(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// @return what a file of this type is called after the dot
    String extension() {
        return extension;
    }

    /// @return columns where none are asked for: Xenium Explorer reads a CSV of three, scripts want all
    List<CellColumn> columns() {
        return this == CSV ? List.of() : List.of(CellColumn.values());
    }

    CellsFormat table(CellGroups groups, List<CellColumn> columns) {
        return switch (this) {
            case CSV -> new CellsCsv(groups, columns);
            case NDJSON -> new CellsNdjson(groups, columns);
            case PARQUET -> new CellsParquet(groups, columns);
            case GEO_JSON -> new CellsGeoJson(groups, columns);
        };
    }

    /// Who names none of them gets the CSV: with a method per type, Spring would choose between them for `*/*`.
    ///
    /// @param accept values of the header; null where it is not sent
    static CellsMedia accepted(String @Nullable [] accept) {
        if (accept == null) {
            return CSV;
        }
        List<MediaType> wanted = MediaType.parseMediaTypes(Arrays.asList(accept));
        MimeTypeUtils.sortBySpecificity(wanted);
        for (MediaType range : wanted) {
            for (CellsMedia media : values()) {
                if (range.includes(media.type())) {
                    return media;
                }
            }
        }
        return CSV;
    }
}
