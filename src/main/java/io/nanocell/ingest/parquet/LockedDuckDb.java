package io.nanocell.ingest.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A DuckDB in memory that may read one file. The order of the settings matters: the last ones take away the
/// right to change any.
final class LockedDuckDb {

    private LockedDuckDb() {}

    static Connection open(Path onlyFile) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement settings = connection.createStatement()) {
            settings.execute("SET memory_limit = '1GB'");
            settings.execute("SET threads = 2");
            settings.execute("SET autoinstall_known_extensions = false");
            settings.execute("SET autoload_known_extensions = false");
            settings.execute("SET temp_directory = ''");
            settings.execute(
                    "SET allowed_paths = ['%s']".formatted(onlyFile.toString().replace("'", "''")));
            settings.execute("SET enable_external_access = false");
            settings.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
