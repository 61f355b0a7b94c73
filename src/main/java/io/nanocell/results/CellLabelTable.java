package io.nanocell.results;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The labels of a job's cells in `cell_label`, by their numbers from 1.
@Component
class CellLabelTable {

    private final JdbcTemplate jdbc;

    CellLabelTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void replace(UUID job, List<CellLabel> labels) {
        jdbc.update("DELETE FROM cell_label WHERE job_id = ?", job);
        jdbc.batchUpdate(
                "INSERT INTO cell_label (job_id, number, label, cl_id, lineage) VALUES (?, ?, ?, ?, ?)",
                new Rows(labels.size(), (statement, place) -> {
                    var label = labels.get(place);
                    statement.setObject(1, job);
                    statement.setInt(2, place + 1);
                    statement.setString(3, StorableText.replacingNul(label.label()));
                    statement.setString(4, label.cellOntologyId());
                    statement.setString(5, label.lineage());
                }));
    }

    /// @return label n at index n − 1
    List<CellLabel> of(UUID job) {
        List<CellLabel> labels = new ArrayList<>();
        jdbc.query(
                "SELECT label, cl_id, lineage FROM cell_label WHERE job_id = ? ORDER BY number",
                row -> {
                    labels.add(new CellLabel(row.getString(1), row.getString(2), row.getString(3)));
                },
                job);
        return labels;
    }
}
