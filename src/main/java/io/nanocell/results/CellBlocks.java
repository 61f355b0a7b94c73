package io.nanocell.results;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Cluster, reason and label of every cell in `cell_block`, in blocks that line up with those of [CellIdBlocks].
@Component
class CellBlocks {

    private static final int SIZE = CellIdBlocks.SIZE;

    private final JdbcTemplate jdbc;
    private final CellLabelTable labels;

    CellBlocks(JdbcTemplate jdbc, CellLabelTable labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /// @param cluster per cell: cluster number, 0 where not assessed
    /// @param reason per cell: ordinal of a [CellReason]
    /// @param label per cell: number of its label, 0 where it has none
    /// @throws IllegalArgumentException if the lengths differ from the number of cells of the job's dataset
    void replace(UUID job, int[] cluster, short[] reason, short[] label) {
        requireEveryCell(job, cluster, reason, label);
        jdbc.update("DELETE FROM cell_block WHERE job_id = ?", job);
        for (int first = 0; first < cluster.length; first += SIZE) {
            int from = first;
            int to = Math.min(cluster.length, from + SIZE);
            jdbc.update(
                    "INSERT INTO cell_block (job_id, first_cell, cluster, reason, label) VALUES (?, ?, ?, ?, ?)",
                    statement -> {
                        statement.setObject(1, job);
                        statement.setInt(2, from);
                        statement.setObject(3, Arrays.copyOfRange(cluster, from, to));
                        statement.setObject(4, Arrays.copyOfRange(reason, from, to));
                        statement.setObject(5, Arrays.copyOfRange(label, from, to));
                    });
        }
    }

    /// Gives the cells of one cluster other labels; those of the other cells stay as they are.
    ///
    /// @param named labels, taken up where the job does not have them
    /// @param label per cell of the section: place in `named`, from 1; 0 where it has none
    /// @throws IllegalArgumentException if there is not one for every cell of the job's dataset
    void relabel(UUID job, int cluster, List<CellLabel> named, short[] label) {
        int cells = cellsOf(job);
        if (label.length != cells) {
            throw new IllegalArgumentException("job %s: %d labels for %d cells".formatted(job, label.length, cells));
        }
        List<Integer> numbers = labels.numbers(job, named);
        for (int first = 0; first < cells; first += SIZE) {
            int from = first;
            Block block = block(job, first);
            short[] fresh = block.labels();
            for (int i = 0; i < fresh.length; i++) {
                if (block.cluster[i] == cluster) {
                    short place = label[from + i];
                    fresh[i] = place == 0 ? 0 : numbers.get(place - 1).shortValue();
                }
            }
            if (!Arrays.equals(fresh, block.labels())) {
                jdbc.update("UPDATE cell_block SET label = ? WHERE job_id = ? AND first_cell = ?", statement -> {
                    statement.setObject(1, fresh);
                    statement.setObject(2, job);
                    statement.setInt(3, from);
                });
            }
        }
    }

    /// @param clusters of the job
    StoredDomains domains(UUID job, List<MachineCluster> clusters) {
        int cells = cellsOf(job);
        int[] cluster = new int[cells];
        short[] reason = new short[cells];
        for (int first = 0; first < cells; first += SIZE) {
            Block block = block(job, first);
            for (int i = 0; i < block.cluster.length; i++) {
                cluster[first + i] = block.cluster[i];
                reason[first + i] = block.reason[i];
            }
        }
        return new StoredDomains(cluster, reason, clusters);
    }

    void forEach(UUID job, Consumer<CellRow> consumer) {
        int cells = cellsOf(job);
        List<CellLabel> named = labels.of(job);
        for (int first = 0; first < cells; first += SIZE) {
            block(job, first).forEach(named, consumer);
        }
    }

    private Block block(UUID job, int first) {
        return jdbc
                .query(
                        """
                        SELECT i.ids, i.x, i.y, c.cluster, c.reason, c.label FROM cell_block c
                        JOIN annotation_job j ON j.id = c.job_id
                        JOIN cell_id_block i ON i.dataset_id = j.dataset_id AND i.first_cell = c.first_cell
                        WHERE c.job_id = ? AND c.first_cell = ?""",
                        (row, _) -> new Block(
                                (String[]) row.getArray(1).getArray(),
                                (Float[]) given(row, 2),
                                (Float[]) given(row, 3),
                                (Integer[]) row.getArray(4).getArray(),
                                (Short[]) row.getArray(5).getArray(),
                                (Short[]) given(row, 6)),
                        job,
                        first)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The cells of job " + job + " are gone"));
    }

    private static @Nullable Object given(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : array.getArray();
    }

    private void requireEveryCell(UUID job, int[] cluster, short[] reason, short[] label) {
        int cells = cellsOf(job);
        if (cluster.length != cells || reason.length != cells || label.length != cells) {
            throw new IllegalArgumentException("job %s: %d clusters, %d reasons and %d labels for %d cells"
                    .formatted(job, cluster.length, reason.length, label.length, cells));
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

    /// @param x null for a dataset from before centroids were stored
    /// @param y null where `x` is
    /// @param label null for a job from before cells had labels
    private record Block(
            String[] ids,
            Float @Nullable [] x,
            Float @Nullable [] y,
            Integer[] cluster,
            Short[] reason,
            Short @Nullable [] label) {

        /// @return number of every cell's label, 0 where it has none
        short[] labels() {
            short[] numbers = new short[cluster.length];
            for (int i = 0; label != null && i < numbers.length; i++) {
                numbers[i] = label[i];
            }
            return numbers;
        }

        void forEach(List<CellLabel> named, Consumer<CellRow> consumer) {
            for (int i = 0; i < ids.length; i++) {
                CellLabel own = label == null || label[i] == 0 ? null : named.get(label[i] - 1);
                consumer.accept(new CellRow(
                        ids[i],
                        cluster[i],
                        CellReason.of(reason[i]).name(),
                        own,
                        x == null ? null : x[i],
                        y == null ? null : y[i]));
            }
        }
    }
}
