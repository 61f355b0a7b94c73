package io.nanocell.results;

import java.sql.Array;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The gene symbols of a dataset's panel, one row of `dataset_panel`.
@Component
class PanelTable {

    private final JdbcTemplate jdbc;

    PanelTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID dataset, List<String> genes) {
        jdbc.update("INSERT INTO dataset_panel (dataset_id, genes) VALUES (?, ?)", statement -> {
            statement.setObject(1, dataset);
            statement.setObject(2, genes.toArray(String[]::new));
        });
    }

    /// @throws NotFoundException if there is no such dataset
    List<String> read(UUID dataset) {
        return jdbc
                .query(
                        "SELECT genes FROM dataset_panel WHERE dataset_id = ?",
                        (row, _) -> strings(row.getArray(1)),
                        dataset)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no dataset " + dataset));
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
