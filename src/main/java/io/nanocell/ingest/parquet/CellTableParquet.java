package io.nanocell.ingest.parquet;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.cells.CellTable;
import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads the three needed columns of `cells.parquet`; ids may be texts, bytes (some writers leave the mark for
/// texts out) or numbers (XOA 1).
public final class CellTableParquet {

    private static final String FILE = "read_parquet(?, binary_as_string = true)";
    private static final Set<String> NUMBERS =
            Set.of("DOUBLE", "FLOAT", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UINTEGER", "UBIGINT");
    private static final int CHECK_EVERY = 1 << 16;

    private CellTableParquet() {}

    /// @param maxRows more rows than this cannot be cells of the matrix
    /// @throws io.nanocell.ingest.MalformedBundleException if the file is damaged, lacks a column, or has too
    /// many rows
    public static CellTable read(BundleFile file, long maxRows) {
        try (StagedFile staged = StagedFile.of(file.path());
                Connection duckDb = LockedDuckDb.open(staged.path())) {
            return read(duckDb, staged.path(), file.name(), maxRows);
        } catch (SQLException e) {
            RuntimeException damaged = Violations.malformed(
                    file.name(),
                    "content",
                    "cannot be read as Parquet: the file is damaged or was cut short",
                    "upload the file again and compare its size with the original");
            damaged.initCause(e);
            throw damaged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellTable read(Connection duckDb, Path path, String file, long maxRows) throws SQLException {
        checkColumns(columns(duckDb, path), file);
        String query =
                "SELECT left(CAST(cell_id AS VARCHAR), %d), CAST(x_centroid AS DOUBLE), CAST(y_centroid AS DOUBLE) FROM "
                        .formatted(CellTable.MAX_ID
                                + 1); // a dictionary can repeat a text of any length for a few bytes a row
        try (PreparedStatement statement = duckDb.prepareStatement(query + FILE)) {
            statement.setString(1, path.toString());
            try (ResultSet rows = statement.executeQuery()) {
                CellTable table = new CellTable();
                while (rows.next()) {
                    if (table.size() % CHECK_EVERY == 0) {
                        Cancellation.check();
                    }
                    if (table.size() >= maxRows) {
                        throw Violations.malformed(
                                file,
                                "cell_id",
                                "more than %d rows".formatted(maxRows),
                                "send the matrix and the cell table of the same section");
                    }
                    String id = rows.getString(1);
                    if (id != null && id.length() > CellTable.MAX_ID) {
                        throw Violations.malformed(
                                file,
                                "cell_id",
                                "row %d has an id of more than %d characters".formatted(table.size(), CellTable.MAX_ID),
                                "send the ids of the matrix");
                    }
                    table.add(id == null ? "" : id, number(rows, 2), number(rows, 3));
                }
                return table;
            }
        }
    }

    private static double number(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }

    /// @return type by column name
    private static Map<String, String> columns(Connection duckDb, Path path) throws SQLException {
        try (PreparedStatement statement = duckDb.prepareStatement("DESCRIBE SELECT * FROM " + FILE)) {
            statement.setString(1, path.toString());
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, String> columns = new LinkedHashMap<>();
                while (rows.next()) {
                    columns.put(rows.getString("column_name"), rows.getString("column_type"));
                }
                return columns;
            }
        }
    }

    private static void checkColumns(Map<String, String> columns, String file) {
        Violations violations = new Violations();
        String remedy = "send a table with [cell_id, x_centroid, y_centroid]";
        for (String name : new String[] {"cell_id", "x_centroid", "y_centroid"}) {
            String type = columns.get(name);
            if (type == null) {
                violations.add(file, name, "no such column in " + columns.keySet(), remedy);
            } else if (!name.equals("cell_id") && !NUMBERS.contains(type)) {
                violations.add(file, name, "is of type " + type, "coordinates are numbers in µm");
            }
        }
        violations.throwIfAny();
    }
}
