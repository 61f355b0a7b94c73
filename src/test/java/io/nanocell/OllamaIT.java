package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The service as on a lab server: the official images of PostgreSQL and Ollama, and the real model, which is pulled
/// (1 GB). Runs in the Maven profile `testcontainers` only, and only where a container engine answers.
@Tag("testcontainers")
@Testcontainers(disabledWithoutDocker = true)
@SpringBootTest(classes = AnnotatorApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OllamaIT {

    private static final String MODEL = "qwen2.5:1.5b";
    private static final int PORT = 11434;

    @Container
    @ServiceConnection
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18");

    @Container
    static final GenericContainer<?> OLLAMA = new GenericContainer<>("ollama/ollama:0.24.0")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forHttp("/api/version").forPort(PORT).withStartupTimeout(Duration.ofMinutes(2)));

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry registry) {
        registry.add(
                "nanocell.data-dir",
                () -> ServiceFolders.ROOT.resolve("ollama-data").toString());
        registry.add("nanocell.embedded-postgres", () -> "false"); // the connection comes from the container
        registry.add("nanocell.model.timeout", () -> "180s");
        registry.add("nanocell.model.name", () -> MODEL);
        registry.add(
                "spring.ai.ollama.base-url",
                () -> "http://%s:%d".formatted(OLLAMA.getHost(), OLLAMA.getMappedPort(PORT)));
    }

    @BeforeAll
    static void pull() throws IOException, InterruptedException {
        var pulled = OLLAMA.execInContainer("ollama", "pull", MODEL);
        assertThat(pulled.getExitCode()).as(pulled.getStderr()).isZero();
    }

    @Test
    void twentyClustersAreNamedTheSameTwice(@LocalServerPort int port) {
        ManyClusters.areNamedTheSameTwice(new ServiceClient(port));
    }
}
