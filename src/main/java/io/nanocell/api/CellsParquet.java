package io.nanocell.api;

import io.nanocell.results.CellRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A Parquet file of the cells: `cell_id`, `group`, `color` and the columns, typed, null where a cell has none.
///
/// It is made in a temporary file, since the directory of a Parquet file stands at its end, and is gone when it has
/// been
/// sent. DuckDB holds the table compressed.
final class CellsParquet implements CellsFormat {

    static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    private static final String TABLE = "cells";

    private final CellGroups groups;
    private final List<CellColumn> columns;

    CellsParquet(CellGroups groups, List<CellColumn> columns) {
        this.groups = groups;
        this.columns = columns;
    }

    @Override
    public void write(Cells cells, OutputStream out) throws IOException {
        Path file = Files.createTempFile("nanocell-cells", ".parquet");
        try {
            make(cells, file);
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }

    private void make(Cells cells, Path file) throws IOException {
        try (DuckDBConnection duckDb =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET threads = 1"); // rows stay in order, bytes the same
            statement.execute(schema());
            try (DuckDBAppender rows = duckDb.createAppender(TABLE)) {
                cells.forEach(cell -> append(rows, cell));
            }
            statement.execute("COPY %s TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(TABLE, file.toString().replace("'", "''")));
        } catch (SQLException e) {
            throw new IOException("cannot make a Parquet file of the cells", e);
        }
    }

    private String schema() {
        return columns.stream()
                .map(column -> ", \"%s\" %s".formatted(column.header(), type(column)))
                .collect(Collectors.joining(
                        "",
                        "CREATE TABLE %s (cell_id VARCHAR, \"group\" VARCHAR, color VARCHAR".formatted(TABLE),
                        ")"));
    }

    private static String type(CellColumn column) {
        return switch (column) {
            case CLUSTER -> "INTEGER";
            case CONFIDENCE -> "DOUBLE";
            case X, Y -> "FLOAT";
            default -> "VARCHAR";
        };
    }

    private void append(DuckDBAppender rows, CellRow cell) {
        CellGroups.Kind kind = groups.of(cell);
        try {
            rows.beginRow().append(cell.cellId()).append(kind.name()).append(kind.colour());
            for (CellColumn column : columns) {
                append(rows, column.of(cell, kind));
            }
            rows.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("a cell does not fit the table that was made for it", e);
        }
    }

    private static void append(DuckDBAppender rows, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> rows.appendNull();
            case Integer number -> rows.append(number.intValue());
            case Double number -> rows.append(number.doubleValue());
            case Float number -> rows.append(number.floatValue());
            default -> rows.append(value.toString());
        }
    }
}
