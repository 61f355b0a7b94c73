package io.nanocell.inference.ollama;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.Prompt;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaApi.ChatRequest;
import org.springframework.ai.ollama.api.OllamaApi.ChatResponse;
import org.springframework.ai.ollama.api.OllamaApi.Message;
import org.springframework.web.client.RestClientException;

/// The two calls of Ollama that we make.
///
/// @param name of the model
record OllamaChat(OllamaApi api, String name) {

    /// One call of `/api/chat`: the prompt's fixed part as system message, the evidence as user message, the
    /// schema raw as `format`.
    ///
    /// @throws Refusal if the server's status is no success
    /// @throws RestClientException if the server cannot be reached, is too slow or does not answer in Ollama's
    /// shape
    ChatResponse ask(Prompt prompt, LabelSchema schema, Map<String, Object> options) {
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
            String full = name.contains(":") ? name : name + ":latest";
            List<OllamaApi.Model> models = api.listModels().models();
            return Stream.ofNullable(models)
                    .flatMap(List::stream)
                    .filter(model -> full.equals(model.name()))
                    .map(OllamaApi.Model::digest)
                    .findFirst()
                    .orElse(null);
        } catch (RestClientException | Refusal unknown) {
            return null; // the identity of a model that cannot be reached has no digest
        }
    }
}
