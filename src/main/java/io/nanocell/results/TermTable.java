package io.nanocell.results;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The enriched GO terms of a cluster, `enriched_term`, and the programs they form, `functional_program`.
@Component
class TermTable {

    private final JdbcTemplate jdbc;

    TermTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long cluster, List<TermView> terms) {
        jdbc.batchUpdate("""
                INSERT INTO enriched_term (cluster_id, place, go_id, name, overlap, study_size, term_size,
                    population_size, p_value, fdr, genes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", new Rows(terms.size(), (statement, place) -> {
            var term = terms.get(place);
            statement.setLong(1, cluster);
            statement.setInt(2, place);
            statement.setString(3, term.goId());
            statement.setString(4, term.name());
            statement.setInt(5, term.overlap());
            statement.setInt(6, term.studySize());
            statement.setInt(7, term.termSize());
            statement.setInt(8, term.populationSize());
            statement.setDouble(9, term.pValue());
            statement.setDouble(10, term.fdr());
            statement.setObject(11, term.genes().toArray(String[]::new));
        }));
    }

    void insertPrograms(long cluster, List<ProgramView> programs) {
        jdbc.batchUpdate("""
                INSERT INTO functional_program (cluster_id, place, name, go_slim_id, score, terms, genes)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", new Rows(programs.size(), (statement, place) -> {
            var program = programs.get(place);
            statement.setLong(1, cluster);
            statement.setInt(2, place);
            statement.setString(3, program.name());
            statement.setString(4, program.goSlimId());
            statement.setDouble(5, program.score());
            statement.setObject(6, program.terms().toArray(String[]::new));
            statement.setObject(7, program.genes().toArray(String[]::new));
        }));
    }

    List<TermView> terms(long cluster) {
        return jdbc.query(
                "SELECT * FROM enriched_term WHERE cluster_id = ? ORDER BY place",
                (row, _) -> new TermView(
                        row.getString("go_id"),
                        row.getString("name"),
                        row.getInt("overlap"),
                        row.getInt("study_size"),
                        row.getInt("term_size"),
                        row.getInt("population_size"),
                        row.getDouble("p_value"),
                        row.getDouble("fdr"),
                        Rows.texts(row, "genes")),
                cluster);
    }

    List<ProgramView> programs(long cluster) {
        return jdbc.query(
                "SELECT * FROM functional_program WHERE cluster_id = ? ORDER BY place",
                (row, _) -> new ProgramView(
                        row.getString("name"),
                        row.getString("go_slim_id"),
                        row.getDouble("score"),
                        Rows.texts(row, "terms"),
                        Rows.texts(row, "genes")),
                cluster);
    }
}
