package io.nanocell;

import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What [OllamaIT] asks of the official image, asked of an Ollama that runs already: that at the address in the
/// system property `nanocell.test.ollama-url`. It must have the model, qwen2.5:1.5b or that in
/// `nanocell.test.ollama-model`.
@EnabledIfSystemProperty(named = RunningOllamaIT.URL, matches = "https?://.+")
@SpringBootTest(classes = AnnotatorApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RunningOllamaIT {

    static final String URL = "nanocell.test.ollama-url";

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry registry) {
        registry.add(
                "nanocell.data-dir",
                () -> ServiceFolders.ROOT.resolve("running-ollama-data").toString());
        registry.add("nanocell.model.timeout", () -> "180s");
        registry.add("nanocell.model.name", () -> System.getProperty("nanocell.test.ollama-model", "qwen2.5:1.5b"));
        registry.add("spring.ai.ollama.base-url", () -> System.getProperty(URL));
    }

    @Test
    void twentyClustersAreNamedTheSameTwice(@LocalServerPort int port) {
        ManyClusters.areNamedTheSameTwice(new ServiceClient(port));
    }
}
