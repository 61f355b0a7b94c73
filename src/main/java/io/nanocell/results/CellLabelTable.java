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
        insert(job, labels, 1);
    }

    /// Takes up labels that the job does not have yet; the others keep their numbers.
    ///
    /// @return number of each, from 1
    List<Integer> numbers(UUID job, List<CellLabel> labels) {
        List<CellLabel> known = of(job);
        List<CellLabel> wanted = labels.stream().map(CellLabelTable::storable).toList();
        List<CellLabel> fresh = wanted.stream()
                .distinct()
                .filter(label -> !known.contains(label))
                .toList();
        insert(job, fresh, known.size() + 1);
        known.addAll(fresh);
        return wanted.stream().map(label -> known.indexOf(label) + 1).toList();
    }

    private static CellLabel storable(CellLabel label) {
        return new CellLabel(StorableText.replacingNul(label.label()), label.cellOntologyId(), label.lineage());
    }

    private void insert(UUID job, List<CellLabel> labels, int first) {
        jdbc.batchUpdate(
                "INSERT INTO cell_label (job_id, number, label, cl_id, lineage) VALUES (?, ?, ?, ?, ?)",
                new Rows(labels.size(), (statement, place) -> {
                    var label = storable(labels.get(place));
                    statement.setObject(1, job);
                    statement.setInt(2, first + place);
                    statement.setString(3, label.label());
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
