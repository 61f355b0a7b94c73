package io.nanocell.inference.ollama;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.ModelName;
import io.nanocell.inference.Prompt;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaApi.ChatRequest;
import org.springframework.ai.ollama.api.OllamaApi.ChatResponse;
import org.springframework.ai.ollama.api.OllamaApi.Message;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/// The calls of Ollama that we make.
///
/// @param name of the model
/// @param permits one for each question that the server may have before it at a time, fair: of all jobs, marker
/// lists and ablations together
record OllamaChat(OllamaApi api, String name, Semaphore permits) {

    private static final String KEEP_LOADED = "30m"; // hSNMF of a large section may take longer than Ollama's own 5m

    /// One call of `/api/chat`: the prompt's fixed part as system message, the evidence as user message, the
    /// schema raw as `format`.
    ///
    /// @throws Refusal if the server's status is no success
    /// @throws RestClientException if the server cannot be reached, is too slow or does not answer in Ollama's
    /// shape
    ChatResponse ask(Prompt prompt, LabelSchema schema, Map<String, Object> options) {
        try {
            permits.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ResourceAccessException(
                    "no turn came", new InterruptedIOException("interrupted while waiting for its turn"));
        }
        try {
            return chat(prompt, schema, options);
        } finally {
            permits.release();
        }
    }

    /// Loads the model by a chat without messages, with the options of later questions: another num_ctx would load
    /// it anew. What goes wrong here goes wrong again when the model is asked, and is told then.
    void load(Map<String, Object> options) {
        try {
            api.chat(ChatRequest.builder(name).messages(List.of()).stream(false)
                    .keepAlive(KEEP_LOADED)
                    .options(options)
                    .build());
        } catch (RestClientException | Refusal notNow) {
            // the job goes on
        }
    }

    private ChatResponse chat(Prompt prompt, LabelSchema schema, Map<String, Object> options) {
        return api.chat(ChatRequest.builder(name)
                .messages(List.of(
                        message(Message.Role.SYSTEM, prompt.instructions()),
                        message(Message.Role.USER, prompt.evidence())))
                .stream(false)
                .format(schema.json())
                .options(options)
                .build());
    }

    private static Message message(Message.Role role, String content) {
        return Message.builder(role).content(content).build();
    }

    /// @return digest of the model as `/api/tags` lists it; null where the server does not say
    @Nullable
    String digest() {
        try {
            ModelName asked = ModelName.of(name);
            List<OllamaApi.Model> models = api.listModels().models();
            return Stream.ofNullable(models)
                    .flatMap(List::stream)
                    .filter(model -> asked.equals(ModelName.of(model.name())))
                    .map(OllamaApi.Model::digest)
                    .findFirst()
                    .orElse(null);
        } catch (RestClientException | Refusal unknown) {
            return null; // the identity of a model that cannot be reached has no digest
        }
    }
}
