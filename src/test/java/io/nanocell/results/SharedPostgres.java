package io.nanocell.results;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One real PostgreSQL server for all integration tests of a JVM, started at the first use below `target`. Every
/// application context gets a database and a data directory of its own, through `spring.datasource.url`.
public final class SharedPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = Path.of("target", "it").toAbsolutePath();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + newDatabase(), "nanocell.data-dir=" + newDataDirectory())
                .applyTo(context);
    }

    /// @return the JDBC address of an empty database
    public static String newDatabase() {
        String name = "it" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /// Makes a database of [#newDatabase] unreachable, open connections included, or reachable again.
    public static void setReachable(String url, boolean reachable) {
        String name = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(name, reachable));
            if (!reachable) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change " + name, e);
        }
    }

    /// @return a folder that no other test of this JVM uses
    public static Path newDataDirectory() {
        return FOLDER.resolve("data-" + ProcessHandle.current().pid() + "-" + DATABASES.incrementAndGet());
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(FOLDER.resolve("postgres").toFile())
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
