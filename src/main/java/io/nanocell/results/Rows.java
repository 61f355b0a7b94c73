package io.nanocell.results;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;

/// A batch of `size` rows for one insert statement.
record Rows(int size, Setter setter) implements BatchPreparedStatementSetter {

    /// Fills in the row at `place`, counted from 0.
    @FunctionalInterface
    interface Setter {
        void set(PreparedStatement statement, int place) throws SQLException;
    }

    @Override
    public void setValues(PreparedStatement statement, int place) throws SQLException {
        setter.set(statement, place);
    }

    @Override
    public int getBatchSize() {
        return size;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
