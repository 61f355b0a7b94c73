package io.nanocell.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

    @ParameterizedTest
    @CsvSource({
        "qwen2.5:1.5b, registry.ollama.ai/library/qwen2.5:1.5b",
        "QWEN2.5:1.5B, registry.ollama.ai/library/qwen2.5:1.5b",
        "qwen2.5:1.5b:local, registry.ollama.ai/library/qwen2.5:1.5b",
        "nanocell, registry.ollama.ai/library/nanocell:latest",
        "lab/cells, registry.ollama.ai/lab/cells:latest",
        "hf.co/lab/cells-GGUF:Q4_K_M, hf.co/lab/cells-gguf:q4_k_m",
        "http://localhost:5000/lab/cells, localhost:5000/lab/cells:latest",
    })
    void fillsInWhatIsLeftOut(String given, String full) {
        assertThat(ModelName.of(given)).isEqualTo(new ModelName(full)).isEqualTo(ModelName.of(full));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3:480b-cloud", "qwen3:cloud", "gpt-oss:120b:Cloud", "lab/x:1b-CLOUD"})
    void knowsTheCloud(String name) {
        assertThat(ModelName.isOfCloud(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"qwen2.5:1.5b", "cloud", "my-cloud", "localhost:5000/lab/x-cloud", "cloudy:1b", "cloud:latest"})
    void leavesOtherNamesAlone(String name) {
        assertThat(ModelName.isOfCloud(name)).isFalse();
    }
}
