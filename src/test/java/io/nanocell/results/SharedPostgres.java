package io.nanocell.results;

import io.nanocell.testing.DatabaseServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives every application context a database of the tests' [DatabaseServer] and a data directory of its own, through
/// `spring.datasource.url`.
public final class SharedPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = Path.of("target", "it").toAbsolutePath();
    private static final AtomicInteger DIRECTORIES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + newDatabase(), "nanocell.data-dir=" + newDataDirectory())
                .applyTo(context);
    }

    /// @return the JDBC address of an empty database, with user and password
    public static String newDatabase() {
        return DatabaseServer.running().newDatabase().address();
    }

    /// Makes a database of [#newDatabase] unreachable, open connections included, or reachable again.
    public static void setReachable(String url, boolean reachable) {
        String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        var server = DatabaseServer.running();
        server.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(name, reachable));
        if (!reachable) {
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }
    }

    /// @return a folder that no other test of this JVM uses
    public static Path newDataDirectory() {
        return FOLDER.resolve("data-" + ProcessHandle.current().pid() + "-" + DIRECTORIES.incrementAndGet());
    }

    /// @return whether a service under test shares its server with others, so that its database is not its alone
    public static boolean isShared() {
        return DatabaseServer.running().external();
    }

    /// @return properties for a service that is started more than once in a folder: with the embedded server in it, or
    ///     a database on the server that the tests were given
    public static List<String> serviceIn(Path data) {
        List<String> properties = new ArrayList<>(List.of("--nanocell.data-dir=" + data));
        if (isShared()) {
            properties.add("--spring.datasource.url=" + newDatabase());
        }
        return properties;
    }
}
