package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.testing.HttpStories;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who may come in, decided before anything is opened; and what the log never tells.
class SecureStartIT {

    @Test
    void doesNotStartForOtherMachinesWithoutAKey() {
        Path data = ServiceFolders.ROOT.resolve("open");
        String printed = ServiceProcess.refusal(data, Map.of("NANOCELL_API_KEY", ""), "--server.address=0.0.0.0");
        assertThat(printed)
                .contains("APPLICATION FAILED TO START", "bound to 0.0.0.0", "has no API key", "NANOCELL_API_KEY")
                .doesNotContain("\tat io.nanocell");
        assertThat(data).doesNotExist(); // neither disk nor database was touched
    }

    @Test
    void doesNotStartWithAKeyThatCanBeGuessed() {
        Path data = ServiceFolders.ROOT.resolve("short");
        String printed = ServiceProcess.refusal(data, Map.of("NANOCELL_API_KEY", "swordfish"), "--server.address=::");
        assertThat(printed)
                .contains("APPLICATION FAILED TO START", "needs at least 32")
                .doesNotContain("swordfish");
        assertThat(data).doesNotExist();
    }

    @Test
    void secretsStayOutOfTheMostTalkativeLog() throws IOException, InterruptedException {
        Path data = ServiceFolders.ROOT.resolve("talkative");
        String key = "key-" + UUID.randomUUID();
        String wrong = "wrong-" + UUID.randomUUID();
        Path log;
        try (var service = ServiceProcess.start(
                data, Map.of("NANOCELL_API_KEY", key), "--logging.level.root=DEBUG", "--debug=true")) {
            log = service.log();
            assertThat(call(service, "GET", "/api/v1/datasets", key)).isEqualTo(200);
            assertThat(call(service, "GET", "/v3/api-docs", key)).isEqualTo(200);
            assertThat(call(service, "POST", "/api/v1/annotation-jobs", key)).isEqualTo(400);
            assertThat(call(service, "GET", "/api/v1/datasets", wrong)).isEqualTo(401);
            assertThat(Files.readString(log))
                    .contains(" DEBUG ") // it did talk
                    .doesNotContain(key, wrong);
            if (HttpStories.canRun()) { // it sends the key where it does not belong, too: in an address
                HttpStories.run(HttpStories.in("locked").getFirst(), Map.of("host", service.address(), "key", key));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        Path password = data.resolve("postgres.password");
        if (Files.exists(password)) { // the embedded server's
            assertThat(Files.readString(log)).doesNotContain(Files.readString(password));
        }
    }

    private static int call(ServiceProcess service, String method, String path, String key)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.address() + path))
                    .header("Authorization", "Bearer " + key)
                    .method(method, BodyPublishers.noBody())
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
