package io.nanocell.results;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Cluster and reason of every cell in `cell_block`, in blocks that line up with those of [CellIdBlocks].
@Component
class CellBlocks {

    private static final int SIZE = CellIdBlocks.SIZE;

    private final JdbcTemplate jdbc;

    CellBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param cluster per cell: cluster number, 0 where not assessed
    /// @param reason per cell: ordinal of a [CellReason]
    /// @throws IllegalArgumentException if the lengths differ from the number of cells of the job's dataset
    void replace(UUID job, int[] cluster, short[] reason) {
        requireEveryCell(job, cluster, reason);
        jdbc.update("DELETE FROM cell_block WHERE job_id = ?", job);
        for (int first = 0; first < cluster.length; first += SIZE) {
            int from = first;
            int to = Math.min(cluster.length, from + SIZE);
            jdbc.update(
                    "INSERT INTO cell_block (job_id, first_cell, cluster, reason) VALUES (?, ?, ?, ?)", statement -> {
                        statement.setObject(1, job);
                        statement.setInt(2, from);
                        statement.setObject(3, Arrays.copyOfRange(cluster, from, to));
                        statement.setObject(4, Arrays.copyOfRange(reason, from, to));
                    });
        }
    }

    void forEach(UUID job, Consumer<CellRow> consumer) {
        int cells = cellsOf(job);
        for (int first = 0; first < cells; first += SIZE) {
            block(job, first).forEach(consumer);
        }
    }

    private Block block(UUID job, int first) {
        return jdbc
                .query(
                        """
                        SELECT i.ids, c.cluster, c.reason FROM cell_block c
                        JOIN annotation_job j ON j.id = c.job_id
                        JOIN cell_id_block i ON i.dataset_id = j.dataset_id AND i.first_cell = c.first_cell
                        WHERE c.job_id = ? AND c.first_cell = ?""",
                        (row, _) -> new Block(
                                (String[]) row.getArray(1).getArray(),
                                (Integer[]) row.getArray(2).getArray(),
                                (Short[]) row.getArray(3).getArray()),
                        job,
                        first)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The cells of job " + job + " are gone"));
    }

    private void requireEveryCell(UUID job, int[] cluster, short[] reason) {
        int cells = cellsOf(job);
        if (cluster.length != cells || reason.length != cells) {
            throw new IllegalArgumentException("job %s: %d clusters and %d reasons for %d cells"
                    .formatted(job, cluster.length, reason.length, cells));
        }
    }

    private int cellsOf(UUID job) {
        return jdbc
                .query(
                        "SELECT d.cells FROM dataset d JOIN annotation_job j ON j.dataset_id = d.id WHERE j.id = ?",
                        (row, _) -> row.getInt(1),
                        job)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no annotation job " + job));
    }

    private record Block(String[] ids, Integer[] cluster, Short[] reason) {

        void forEach(Consumer<CellRow> consumer) {
            for (int i = 0; i < ids.length; i++) {
                consumer.accept(
                        new CellRow(ids[i], cluster[i], CellReason.of(reason[i]).name()));
            }
        }
    }
}
