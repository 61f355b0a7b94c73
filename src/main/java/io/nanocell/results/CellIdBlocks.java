package io.nanocell.results;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The original ids of a dataset's cells in `cell_id_block`: [#SIZE] ids a row, which store and stream a hundred
/// times
/// faster than a row for each.
@Component
class CellIdBlocks {

    /// Cells a row.
    static final int SIZE = 65_536;

    private final JdbcTemplate jdbc;

    CellIdBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID dataset, List<String> ids) {
        for (int first = 0; first < ids.size(); first += SIZE) {
            int from = first;
            String[] block =
                    ids.subList(from, Math.min(ids.size(), from + SIZE)).toArray(String[]::new);
            jdbc.update("INSERT INTO cell_id_block (dataset_id, first_cell, ids) VALUES (?, ?, ?)", statement -> {
                statement.setObject(1, dataset);
                statement.setInt(2, from);
                statement.setObject(3, block);
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
