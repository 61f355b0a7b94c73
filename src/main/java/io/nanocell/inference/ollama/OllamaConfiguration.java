package io.nanocell.inference.ollama;

import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.LanguageModels;
import io.nanocell.inference.ModelParameters;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/// Wires the one client of the model server. Nothing here contacts it: the service starts without one.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class OllamaConfiguration {

    @Bean
    LanguageModels languageModels(
            ModelProperties properties, @Value("${spring.ai.ollama.base-url:http://127.0.0.1:11434}") String baseUrl) {
        return models(properties, baseUrl);
    }

    /// Spring AI's low-level client: its chat model would add a retry of its own and hide what the server said.
    static LanguageModels models(ModelProperties properties, String baseUrl) {
        OllamaApi api = OllamaApi.builder()
                .baseUrl(checked(baseUrl))
                .restClientBuilder(RestClient.builder().requestInterceptor(new WholeExchange(properties.timeout())))
                .responseErrorHandler(new RefusalHandler())
                .build();
        return new OllamaModels(properties, api, new Semaphore(properties.parallel(), true));
    }

    /// @param permits shared by all models that are opened
    private record OllamaModels(ModelProperties properties, OllamaApi api, Semaphore permits)
            implements LanguageModels {

        @Override
        public LanguageModel open(ModelParameters parameters) {
            String name = parameters.name() == null ? properties.name() : parameters.name();
            return new OllamaLanguageModel(new OllamaChat(api, name, permits), parameters);
        }

        @Override
        public @Nullable String pinnedDigest() {
            return properties.digest();
        }
    }

    /// @throws IllegalArgumentException unless it is an http or https URL with a host
    private static String checked(String baseUrl) {
        URI url = URI.create(baseUrl.strip().replaceAll("/+$", ""));
        if (url.getHost() == null
                || !(url.getScheme().equals("http") || url.getScheme().equals("https"))) {
            throw new IllegalArgumentException(
                    "spring.ai.ollama.base-url must be like http://127.0.0.1:11434, not " + baseUrl);
        }
        return url.toString();
    }
}
