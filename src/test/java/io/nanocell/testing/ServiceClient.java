package io.nanocell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a running service as a script would.
public final class ServiceClient {

    private static final String BOUNDARY = "----nanocell-it";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    public ServiceClient(int port) {
        address = "http://127.0.0.1:" + port;
    }

    /// What came back.
    public record Answer(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// @return the body of an answer that had to have this status
        public JsonNode expect(int expected) {
            assertThat(status).as(response.body()).isEqualTo(expected);
            return json();
        }

        /// Asserts a refusal as the contract has it.
        public JsonNode problem(int expected, String slug) {
            JsonNode problem = expect(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(problem.path("type").asString("")).as(body()).endsWith("/" + slug);
            return problem;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /// @param mediaType that is accepted
    public Answer getAs(String path, String mediaType) {
        return send(request(path).header("Accept", mediaType).GET());
    }

    /// @param json as it is, broken or not
    public Answer postText(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /// @param headers names and values in turn
    public Answer post(String path, Object body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /// @param type media type of the text
    public Answer postText(String path, String type, String text) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(text)));
    }

    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /// Uploads a section.
    ///
    /// @param files by part: "matrix", "cells", …
    /// @param fields texts by part
    public Answer upload(Map<String, Path> files, Map<String, String> fields) {
        List<BodyPublisher> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value))));
        files.forEach((name, file) -> {
            parts.add(BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                            .formatted(BOUNDARY, name, file.getFileName())));
            parts.add(content(file));
            parts.add(BodyPublishers.ofString("\r\n"));
        });
        parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        return send(request("/datasets")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode job(String id) {
        return get("/annotation-jobs/" + id).expect(200);
    }

    /// Waits for the state; a job that ends otherwise fails the test with its own words.
    public JsonNode until(String id, String state, Duration limit) {
        await().alias(id + " " + state)
                .pollInterval(Duration.ofMillis(50))
                .pollDelay(Duration.ZERO)
                .atMost(limit)
                .until(() -> {
                    JsonNode job = job(id);
                    String now = job.path("state").asString("");
                    assertThat(now.equals(state) || now.equals("QUEUED") || now.equals("RUNNING"))
                            .as(job.toString())
                            .isTrue();
                    return now.equals(state);
                });
        return job(id);
    }

    public JsonNode succeeded(String id) {
        return until(id, "SUCCEEDED", Duration.ofMinutes(3));
    }

    /// @return the id of a new job
    public String submit(String dataset, Map<String, ?> parameters) {
        return post("/annotation-jobs", Map.of("datasetId", dataset, "parameters", parameters))
                .expect(202)
                .path("id")
                .asString("");
    }

    /// @return all clusters of a job with all their evidence
    public List<JsonNode> clusters(String job) {
        String at = "/annotation-jobs/" + job + "/clusters";
        JsonNode page = get(at + "?size=200").expect(200);
        assertThat(page.path("page").path("totalPages").asInt()).isEqualTo(1);
        return stream(page.path("content"))
                .map(cluster -> get(at + "/" + cluster.path("number").asInt()).expect(200))
                .toList();
    }

    public static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /// @return the texts of an array
    public static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asString).toList();
    }

    /// @return the codes of a `warnings` array
    public static List<String> codes(JsonNode warnings) {
        return stream(warnings).map(w -> w.path("code").asString("")).toList();
    }

    private HttpRequest.Builder request(String path) {
        String base = path.startsWith("/actuator") || path.startsWith("/v3") ? address : address + "/api/v1";
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
