package io.nanocell.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The original ids and centroids of a dataset's cells in `cell_id_block`: [#SIZE] cells a row, which store and
/// stream a hundred times faster than a row for each.
@Component
class CellIdBlocks {

    /// Cells a row.
    static final int SIZE = 65_536;

    private final JdbcTemplate jdbc;

    CellIdBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID dataset, LocatedCells cells) {
        for (int first = 0; first < cells.size(); first += SIZE) {
            int from = first;
            int to = Math.min(cells.size(), from + SIZE);
            jdbc.update(
                    "INSERT INTO cell_id_block (dataset_id, first_cell, ids, x, y) VALUES (?, ?, ?, ?, ?)",
                    statement -> {
                        statement.setObject(1, dataset);
                        statement.setInt(2, from);
                        statement.setObject(3, cells.ids().subList(from, to).toArray(String[]::new));
                        statement.setObject(4, Arrays.copyOfRange(cells.x(), from, to));
                        statement.setObject(5, Arrays.copyOfRange(cells.y(), from, to));
                    });
        }
    }

    List<String> read(UUID dataset) {
        List<String> ids = new ArrayList<>();
        jdbc.query(
                "SELECT ids FROM cell_id_block WHERE dataset_id = ? ORDER BY first_cell",
                row -> {
                    ids.addAll(List.of((String[]) row.getArray(1).getArray()));
                },
                dataset);
        return ids;
    }
}
