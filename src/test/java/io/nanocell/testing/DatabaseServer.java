package io.nanocell.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The PostgreSQL server of the integration tests, one per JVM, on which every application context gets a database of
/// its own:
///
/// - embedded, the default; services that a test starts as a user does then bring their own one;
/// - the official image, where the system property `nanocell.test.container` is true (Maven profile `testcontainers`);
/// - any server, given by `nanocell.test.database-url`, `-user` and `-password`. The role must be allowed to create
///   databases; those of a run are named after it and dropped at its end.
///
/// @param url of a database that is there, "jdbc:postgresql://localhost:5432/postgres"
/// @param external whether a service under test has to be told of it
public record DatabaseServer(String url, String user, String password, boolean external) {

    /// A database of a test's own.
    ///
    /// @param url without user and password
    public record Database(String url, String user, String password) {

        /// @return the address with user and password in it, for `spring.datasource.url` alone
        public String address() {
            return "%s%suser=%s&password=%s"
                    .formatted(url, url.contains("?") ? "&" : "?", encoded(user), encoded(password));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private static final String PREFIX =
            "nanocell_it_" + ProcessHandle.current().pid() + "_" + System.currentTimeMillis() + "_";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /// @return the server, started at the first use
    public static DatabaseServer running() {
        return Running.SERVER;
    }

    /// @return a fresh, empty database
    public Database newDatabase() {
        String name = PREFIX + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        if (isKept()) { // once the contexts that use it are closed
            SpringApplication.getShutdownHandlers()
                    .add(() -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        }
        return new Database(url.replaceFirst("(jdbc:postgresql:(?://[^/]*/)?)[^?]*", "$1" + name), user, password);
    }

    /// Runs one statement in the database that is there.
    public void execute(String statement) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement + " failed at " + url, e);
        }
    }

    /// Whether it outlives the tests.
    private static boolean isKept() {
        return System.getProperty("nanocell.test.database-url") != null;
    }

    private static DatabaseServer start() {
        String given = System.getProperty("nanocell.test.database-url");
        if (given != null) {
            return new DatabaseServer(
                    given,
                    System.getProperty("nanocell.test.database-user", "postgres"),
                    System.getProperty("nanocell.test.database-password", ""),
                    true);
        }
        return ContainerEngine.isAskedFor() ? container() : embedded();
    }

    @SuppressWarnings("resource") // it ends with the JVM: Testcontainers' own reaper sees to that
    private static DatabaseServer container() {
        var container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=200");
        container.start();
        return new DatabaseServer(container.getJdbcUrl(), container.getUsername(), container.getPassword(), true);
    }

    private static DatabaseServer embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target", "it", "postgres").toAbsolutePath().toFile())
                    .setServerConfig("max_connections", "200")
                    .start();
            return new DatabaseServer(
                    "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), "postgres", "", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Running {

        static final DatabaseServer SERVER = start();
    }
}
