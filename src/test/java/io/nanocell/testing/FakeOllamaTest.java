package io.nanocell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The stand-in against recordings of a real Ollama.
class FakeOllamaTest {

    static final Path TRANSCRIPTS = Path.of("../shared/samples/ollama/transcripts.jsonl");

    final HttpClient client = HttpClient.newHttpClient();

    HttpResponse<String> send(FakeOllama ollama, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(ollama.baseUrl() + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void answersInTheShapesOfARealOne() throws IOException, InterruptedException {
        assumeTrue(Files.exists(TRANSCRIPTS), "the recordings of a real Ollama are not here");
        int compared = 0;
        try (FakeOllama ollama = FakeOllama.start()) {
            for (String line : Files.readAllLines(TRANSCRIPTS)) {
                JsonNode call = FakeReplies.JSON.readTree(line);
                JsonNode request = call.path("request");
                if (request.toString().contains("…")
                        || call.path("name").asString().equals("unload")) {
                    continue; // shortened, or a thing we never ask
                }
                JsonNode body = request.path("body");
                var answer = send(
                        ollama,
                        request.path("method").asString(),
                        request.path("path").asString(),
                        body.isString() ? body.stringValue() : body.toString());
                JsonNode real = call.path("response");
                assertThat(answer.statusCode())
                        .as(line)
                        .isEqualTo(real.path("status").asInt());
                assertThat(answer.headers().firstValue("Content-Type"))
                        .as(line)
                        .hasValue(real.path("contentType").asString());
                if (request.path("path").asString().equals("/api/chat") && !line.contains("chat-stream")) {
                    assertThat(FakeReplies.JSON.readTree(answer.body()).propertyNames())
                            .as(line)
                            .containsExactlyElementsOf(FakeReplies.JSON
                                    .readTree(real.path("body").asString())
                                    .propertyNames());
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void answersWhatARealOneAnsweredToTheService() throws IOException, InterruptedException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/ollama/transcripts.jsonl"))) {
            JsonNode call = FakeReplies.JSON.readTree(line);
            JsonNode request = call.path("request");
            JsonNode body = request.path("body");
            try (FakeOllama ollama = FakeOllama.start()) {
                ollama.failing(Fault.valueOf(call.path("fault").asString("NONE")));
                var answer = send(
                        ollama,
                        request.path("method").asString(),
                        request.path("path").asString(),
                        body.isString() ? body.stringValue() : body.toString());
                JsonNode real = call.path("response");
                JsonNode expected = FakeReplies.JSON.readTree(real.path("body").asString());
                JsonNode actual = FakeReplies.JSON.readTree(answer.body());
                assertThat(answer.statusCode())
                        .as(line)
                        .isEqualTo(real.path("status").asInt());
                assertThat(answer.headers().firstValue("Content-Type"))
                        .as(line)
                        .hasValue(real.path("contentType").asString());
                assertThat(actual.propertyNames()).as(line).containsExactlyElementsOf(expected.propertyNames());
                for (String same : List.of("error", "done", "done_reason", "model")) {
                    assertThat(actual.path(same)).as(same + " in " + line).isEqualTo(expected.path(same));
                }
            }
        }
    }

    @Test
    void choosesAsTold() {
        String prompt = "Labels:\n- T cell: support 3.0; by CD3E\n- B cell: support 0.5\n- NK cell: support 2.0";
        List<String> labels = List.of("T cell", "B cell", "NK cell", "Unresolved");
        assertThat(Choice.first().label(labels, prompt)).isEqualTo("T cell");
        assertThat(Choice.last().label(labels, prompt)).isEqualTo("NK cell");
        assertThat(Choice.worst().label(labels, prompt)).isEqualTo("B cell");
        assertThat(Choice.worst().label(labels, "no support shown")).isEqualTo("NK cell");
        assertThat(Choice.random(3).label(labels, prompt))
                .isIn(labels)
                .isEqualTo(Choice.random(3).label(labels, prompt));
        assertThat(Choice.abstain().label(labels, prompt)).isEqualTo("Unresolved");
    }
}
