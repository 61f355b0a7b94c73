package io.nanocell.simulation;

import io.nanocell.ingest.XeniumSection;
import io.nanocell.numerics.FloatCsrMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes `cells.parquet` with the official columns. Areas are those of the lattice that the cells were laid
/// on.
final class CellTableWriter {

    private static final String TABLE = """
            CREATE TABLE cells (cell_id VARCHAR, x_centroid DOUBLE, y_centroid DOUBLE, transcript_counts BIGINT,
              control_probe_counts BIGINT, genomic_control_counts BIGINT, control_codeword_counts BIGINT,
              unassigned_codeword_counts BIGINT, deprecated_codeword_counts BIGINT, total_counts BIGINT,
              cell_area DOUBLE, nucleus_area DOUBLE, nucleus_count BIGINT, segmentation_method VARCHAR)""";

    private static final double CELL_AREA = 90; // µm²
    private static final double NUCLEUS_AREA = 30;

    private CellTableWriter() {}

    static void write(XeniumSection section, Path file) throws IOException {
        try (DuckDBConnection duckDb =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET threads = 1"); // rows stay in order, bytes the same
            statement.execute(TABLE);
            try (DuckDBAppender rows = duckDb.createAppender("cells")) {
                for (int cell = 0; cell < section.cells(); cell++) {
                    append(rows, section, cell);
                }
            }
            String target = file.toAbsolutePath().toString().replace("'", "''");
            statement.execute("COPY cells TO '%s' (FORMAT parquet, COMPRESSION snappy)".formatted(target));
        } catch (SQLException e) {
            throw new IOException("cannot write " + file, e);
        }
    }

    private static void append(DuckDBAppender rows, XeniumSection section, int cell) throws SQLException {
        long transcripts = sum(section.counts(), cell, 0, section.counts().columns());
        int probes = (int) section.controlNames().stream()
                .filter(name -> name.startsWith("NegControlProbe"))
                .count();
        long ofProbes = sum(section.controls(), cell, 0, probes);
        long ofCodewords =
                sum(section.controls(), cell, probes, section.controlNames().size());
        rows.beginRow()
                .append(section.cellIds().get(cell))
                .append(section.x()[cell])
                .append(section.y()[cell])
                .append(transcripts)
                .append(ofProbes)
                .append(0L)
                .append(ofCodewords)
                .append(0L)
                .append(0L)
                .append(transcripts + ofProbes + ofCodewords)
                .append(CELL_AREA)
                .append(NUCLEUS_AREA)
                .append(1L)
                .append("Simulated")
                .endRow();
    }

    private static long sum(FloatCsrMatrix counts, int cell, int fromColumn, int toColumn) {
        long sum = 0;
        for (int e = counts.rowStart()[cell]; e < counts.rowStart()[cell + 1]; e++) {
            int column = counts.columnIndex()[e];
            if (column >= fromColumn && column < toColumn) {
                sum += (long) counts.values()[e];
            }
        }
        return sum;
    }
}
