package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The server of our own, in a data directory that outlives the service.
class EmbeddedPostgresIT {

    @Test
    void keepsItsDataInADirectoryOfOneService() throws IOException {
        Path data = SharedPostgres.newDataDirectory();
        UUID dataset;
        String url;
        try (var service = start(data)) {
            dataset = Samples.newDataset(service.getBean(Datasets.class), 3);
            url = service.getBean("embeddedPostgresConnection", JdbcConnectionDetails.class)
                    .getJdbcUrl();
            assertFlushesEveryCommit(service.getBean(JdbcClient.class));
            assertAsksForThePassword(url, data);
            assertListensToThisMachineOnly(service.getBean(JdbcClient.class), data);
            assertRefusesASecondService(data);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                .isInstanceOf(SQLException.class);

        try (var service = start(data)) {
            assertThat(service.getBean(Datasets.class).get(dataset).cells()).isEqualTo(3);
        }
    }

    private static void assertFlushesEveryCommit(JdbcClient jdbc) {
        assertThat(jdbc.sql("SELECT current_setting('fsync') || current_setting('synchronous_commit')")
                        .query(String.class)
                        .single())
                .isEqualTo("onon");
    }

    private static void assertAsksForThePassword(String url, Path data) throws IOException {
        Path file = data.resolve("postgres.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url, "nobody", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    private static void assertListensToThisMachineOnly(JdbcClient jdbc, Path data) throws IOException {
        assertThat(jdbc.sql("SELECT current_setting('listen_addresses') || current_setting('unix_socket_directories')")
                        .query(String.class)
                        .single())
                .isEqualTo("127.0.0.1");
        assertThat(Files.readAllLines(data.resolve("postgres/pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
        for (String folder : new String[] {"", "postgres", "postgres-binaries"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(folder))))
                    .as(folder)
                    .isEqualTo("rwx------");
        }
    }

    private static void assertRefusesASecondService(Path data) {
        assertThatThrownBy(() -> start(data))
                .hasRootCauseInstanceOf(DataDirectoryInUseException.class)
                .satisfies(failure -> {
                    var analysis = Objects.requireNonNull(new DataDirectoryInUseAnalyzer().analyze(failure));
                    assertThat(analysis.getDescription()).contains("already uses", data.toString());
                    assertThat(analysis.getAction()).contains("nanocell.data-dir");
                });
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(EmbeddedStore.class)
                .web(WebApplicationType.NONE)
                .run("--nanocell.data-dir=" + data);
    }
}
