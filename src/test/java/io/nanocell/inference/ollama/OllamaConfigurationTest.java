package io.nanocell.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModels;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.Prompt;
import io.nanocell.testing.FakeOllama;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.model.ollama.autoconfigure.OllamaApiAutoConfiguration;
import org.springframework.ai.model.ollama.autoconfigure.OllamaChatAutoConfiguration;
import org.springframework.ai.model.ollama.autoconfigure.OllamaEmbeddingAutoConfiguration;
import org.springframework.ai.model.tool.autoconfigure.ToolCallingAutoConfiguration;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.OllamaEmbeddingModel;
import org.springframework.ai.retry.autoconfigure.SpringAiRetryAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

/// The part of the application that could contact a model server while it starts.
class OllamaConfigurationTest {

    final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    RestClientAutoConfiguration.class,
                    WebClientAutoConfiguration.class,
                    SpringAiRetryAutoConfiguration.class,
                    ToolCallingAutoConfiguration.class,
                    OllamaApiAutoConfiguration.class,
                    OllamaChatAutoConfiguration.class,
                    OllamaEmbeddingAutoConfiguration.class))
            .withUserConfiguration(OllamaConfiguration.class);

    static ModelAnswer ask(LanguageModels models) {
        return models.open(ModelParameters.DEFAULT)
                .choose(new Prompt("Choose.", "CD3E"), new LabelSchema(List.of("T cell", "Unresolved"), true));
    }

    @Test
    void startsWithoutAServerAndContactsNone() {
        try (FakeOllama ollama = FakeOllama.start()) {
            ollama.down();
            application
                    .withPropertyValues("spring.ai.ollama.base-url=" + ollama.baseUrl())
                    .run(context -> {
                        ollama.up();
                        LanguageModels models = context.getBean(LanguageModels.class);
                        models.open(ModelParameters.DEFAULT);
                        assertThat(ollama.requests()).isZero();
                        assertThat(ask(models)).isInstanceOf(ModelAnswer.Chose.class);
                    });
        }
    }

    @Test
    void readsItsProperties() {
        application
                .withPropertyValues("nanocell.model.name=qwen2.5:7b", "nanocell.model.timeout=5s")
                .withPropertyValues("nanocell.model.digest=sha256:6AC20E3C29FD")
                .run(context -> {
                    assertThat(context.getBean(LanguageModels.class).pinnedDigest())
                            .isEqualTo("6ac20e3c29fd");
                    var properties = context.getBean(ModelProperties.class);
                    assertThat(properties.name()).isEqualTo("qwen2.5:7b");
                    assertThat(properties.timeout()).hasSeconds(5);
                });
        application.run(context -> assertThat(context.getBean(ModelProperties.class))
                .isEqualTo(new ModelProperties("qwen2.5:1.5b", java.time.Duration.ofSeconds(60))));
    }

    @Test
    void refusesAModelInTheCloud() {
        assertThatThrownBy(() -> new ModelProperties("qwen3:480b-cloud", java.time.Duration.ofSeconds(60)))
                .hasMessageContaining("must be a model that runs on the server itself");
    }

    @Test
    void needsNoneOfSpringAisOwnModels() { // as application.yaml sets it
        application
                .withPropertyValues("spring.ai.model.chat=none", "spring.ai.model.embedding=none")
                .run(context -> assertThat(context)
                        .hasSingleBean(LanguageModels.class)
                        .doesNotHaveBean(OllamaChatModel.class)
                        .doesNotHaveBean(OllamaEmbeddingModel.class)
                        .hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:11434", "ollama", "ftp://ollama", "http://"})
    void refusesABaseUrlThatIsNone(String url) {
        application
                .withPropertyValues("spring.ai.ollama.base-url=" + url)
                .withPropertyValues("spring.ai.model.chat=none", "spring.ai.model.embedding=none")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void refusesSettingsThatCannotWork() {
        application
                .withPropertyValues("nanocell.model.timeout=0s")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("must be positive"));
        application
                .withPropertyValues("nanocell.model.digest=latest")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("hexadecimal"));
        application
                .withPropertyValues("nanocell.model.parallel=0")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("at least 1"));
        assertThatThrownBy(() -> new ModelParameters(" ", 4096, 128, 7)).hasMessageContaining("blank");
        assertThatThrownBy(() -> new ModelParameters(null, 128, 128, 7)).hasMessageContaining("numCtx = 128");
        assertThatThrownBy(() -> new ModelParameters(null, 4096, 0, 7)).hasMessageContaining("numPredict = 0");
    }
}
