package io.nanocell.results;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The statistics of every kept gene in every cluster, `cluster_marker`: some hundred thousand rows a job, written
/// by
/// `COPY` in the transaction of the caller and read without entities.
@Component
class MarkerTable {

    private static final String COPY = """
            COPY cluster_marker (cluster_id, place, gene, log2_fold_change, pct_in, pct_out, mean_in, mean_out, z, p_value,
            p_adjusted) FROM STDIN""";

    private final JdbcTemplate jdbc;

    MarkerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param markers in panel order
    void insert(long cluster, List<MarkerView> markers) {
        var rows = new StringBuilder(markers.size() * 120);
        for (int place = 0; place < markers.size(); place++) {
            append(rows, cluster, place, markers.get(place));
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        jdbc.execute((Connection connection) -> {
            copy(connection, bytes);
            return bytes.length;
        });
    }

    List<MarkerView> all(long cluster) {
        return jdbc.query(
                "SELECT * FROM cluster_marker WHERE cluster_id = ? ORDER BY place", (row, _) -> marker(row), cluster);
    }

    /// @return the markers of these genes, in their order
    List<MarkerView> of(long cluster, List<String> genes) {
        List<MarkerView> found = jdbc.query(
                "SELECT * FROM cluster_marker WHERE cluster_id = ? AND gene = ANY (?)",
                (row, _) -> marker(row),
                cluster,
                genes.toArray(String[]::new));
        return found.stream()
                .sorted(Comparator.comparingInt(marker -> genes.indexOf(marker.gene())))
                .toList();
    }

    /// Reads the rows of the job once: there is no index on genes, which would cost each job more than it
    /// saves.
    ///
    /// @return the statistics of these genes in all clusters of a job, by cluster, then in panel order
    List<ClusterGene> of(UUID job, Collection<String> genes) {
        return jdbc.query(
                """
                SELECT cluster.number, cluster_marker.* FROM cluster JOIN cluster_marker ON cluster_id = cluster.id
                WHERE job_id = ? AND gene = ANY (?) ORDER BY cluster.number, place""", (row, _) -> new ClusterGene(row.getInt("number"), marker(row)), job, genes.toArray(String[]::new));
    }

    private static void copy(Connection connection, byte[] bytes) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder rows, long cluster, int place, MarkerView marker) {
        rows.append(cluster).append('\t').append(place).append('\t').append(escaped(marker.gene()));
        append(rows, marker.log2FoldChange());
        append(rows, marker.pctIn());
        append(rows, marker.pctOut());
        append(rows, marker.meanIn());
        append(rows, marker.meanOut());
        append(rows, marker.z());
        append(rows, marker.pValue());
        append(rows, marker.pAdjusted());
        rows.append('\n');
    }

    /// Java's shortest form of a double is read back as the same double.
    private static void append(StringBuilder rows, @Nullable Double value) {
        rows.append('\t').append(value == null ? "\\N" : value.toString());
    }

    private static String escaped(String text) {
        return StorableText.replacingNul(text)
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static MarkerView marker(ResultSet row) throws SQLException {
        return new MarkerView(
                row.getString("gene"),
                number(row, "log2_fold_change"),
                number(row, "pct_in"),
                number(row, "pct_out"),
                number(row, "mean_in"),
                number(row, "mean_out"),
                number(row, "z"),
                number(row, "p_value"),
                number(row, "p_adjusted"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
