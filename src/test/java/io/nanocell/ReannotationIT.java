package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static io.nanocell.testing.ServiceClient.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.nanocell.pipeline.reannotation.ReannotationQueue;
import io.nanocell.testing.Choice;
import io.nanocell.testing.FakeOllama;
import io.nanocell.testing.Fault;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One cluster of a simulated section annotated again, over HTTP.
@WholeService
@TestInstance(PER_CLASS)
class ReannotationIT {

    private static final FakeOllama OLLAMA = ServiceFolders.OLLAMA;
    private static final Map<String, ?> WITHOUT_MODEL = Map.of("inference", Map.of("enabled", false));
    private static final Map<String, ?> WITH_MODEL = Map.of("inference", Map.of("enabled", true));
    private static final String ALL_COLUMNS =
            "?columns=cluster,label,cellOntologyId,verdict,confidence,cellLabel,cellLabelOntologyId,cellLineage";

    @Autowired
    private ReannotationQueue queue;

    @Autowired
    private JdbcTemplate jdbc;

    private final ServiceClient service;
    private final Sections section = Sections.of(4_000);
    private final String dataset;
    private String shared = "";

    ReannotationIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
        OLLAMA.down();
        dataset = service.upload(section.parts(), Map.of("tissue", section.tissue(), "annotate", "false"))
                .expect(201)
                .path("id")
                .asString("");
    }

    @AfterEach
    void ollamaIsDownAgain() {
        OLLAMA.failing(Fault.NONE)
                .choosing(Choice.first())
                .taking(Duration.ZERO)
                .down();
    }

    private String annotated(Map<String, ?> parameters) {
        String job = service.submit(dataset, parameters);
        service.succeeded(job);
        return job;
    }

    private static String cluster(String job, int number) {
        return "/annotation-jobs/%s/clusters/%d".formatted(job, number);
    }

    private JsonNode queued(String job, int number, Map<String, ?> parameters) {
        return service.post(cluster(job, number) + "/reannotate", Map.of("parameters", parameters))
                .expect(202);
    }

    private JsonNode until(String job, JsonNode reannotation, String state) {
        String at = cluster(job, reannotation.path("cluster").asInt()) + "/reannotations/"
                + reannotation.path("id").asString("");
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    JsonNode now = service.get(at).expect(200);
                    String is = now.path("state").asString("");
                    assertThat(is.equals(state) || is.equals("QUEUED") || is.equals("RUNNING"))
                            .as(now.toString())
                            .isTrue();
                    return is.equals(state);
                });
        return service.get(at).expect(200);
    }

    private JsonNode again(String job, int number, Map<String, ?> parameters) {
        return until(job, queued(job, number, parameters), "SUCCEEDED");
    }

    private List<String> cells(String job) {
        var answer = service.getAs("/annotation-jobs/" + job + "/cells" + ALL_COLUMNS, "text/csv");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private String storedLabels(String job) {
        return jdbc.queryForList("SELECT label::text FROM cell_block WHERE job_id = ?::uuid ORDER BY first_cell", job)
                        .toString()
                + jdbc.queryForList("SELECT * FROM cell_label WHERE job_id = ?::uuid ORDER BY number", job);
    }

    private String sha(String job) {
        return service.job(job).path("resultSha256").asString("");
    }

    /// The first cluster with a name of its own.
    private JsonNode called(String job) {
        return service.clusters(job).stream()
                .filter(c ->
                        List.of("HIGH", "MODERATE").contains(c.path("verdict").asString("")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode without(JsonNode cluster, String... members) {
        ObjectNode copy = (ObjectNode) cluster.deepCopy();
        copy.remove(List.of(members));
        return copy;
    }

    /// The proof that nothing upstream differs: domains are not sought again, and all else comes out as it was.
    @Test
    void theSameParametersGiveTheSameAnswerToTheLastBit() {
        String job = annotated(WITHOUT_MODEL);
        String other = annotated(WITHOUT_MODEL);
        List<JsonNode> before = service.clusters(job);
        List<String> cells = cells(job);
        String stored = storedLabels(job);
        String sha = sha(job);
        assertThat(sha(other)).isEqualTo(sha);
        assertThat(before).allMatch(c -> c.path("reannotated").isNull());
        List<String> digests = new ArrayList<>(List.of(sha));
        assertThat(before).noneMatch(c -> c.path("verdict").asString("").equals("NOT_ASSESSED"));
        for (JsonNode each : before) {
            int number = each.path("number").asInt();
            var answer = service.postText(cluster(job, number) + "/reannotate", "{}");
            JsonNode queued = answer.expect(202);
            assertThat(answer.header("Location"))
                    .isEqualTo("/api/v1" + cluster(job, number) + "/reannotations/"
                            + queued.path("id").asString(""));
            JsonNode ended = until(job, queued, "SUCCEEDED");
            assertThat(ended.path("after")).isEqualTo(ended.path("before"));
            assertThat(ended.path("before").path("confidence")).isEqualTo(each.path("confidence"));
            assertThat(ended.path("parameters")).isEqualTo(service.job(job).path("parameters"));
            digests.add(sha(job));
        }
        List<JsonNode> after = service.clusters(job);
        for (int i = 0; i < before.size(); i++) {
            assertThat(without(after.get(i), "reannotated")).isEqualTo(without(before.get(i), "reannotated"));
            assertThat(after.get(i).path("reannotated").asString("")).isNotEmpty();
        }
        assertThat(cells(job)).isEqualTo(cells);
        assertThat(storedLabels(job)).isEqualTo(stored);
        assertThat(digests).doesNotHaveDuplicates();

        again(other, before.getFirst().path("number").asInt(), Map.of());
        assertThat(sha(other)).as("the same sequence, the same digest").isEqualTo(digests.get(1));
    }

    @Test
    void anotherLabelSpaceChangesThisClusterAndNoOther() {
        String job = annotated(WITHOUT_MODEL);
        JsonNode before = called(job);
        int number = before.path("number").asInt();
        String label = before.path("label").asString("");
        List<JsonNode> clusters = service.clusters(job);
        List<String> cells = cells(job);
        String etag = service.get(cluster(job, number)).header("ETag");
        String etagOfJob = service.get("/annotation-jobs/" + job).header("ETag");

        JsonNode ended = again(job, number, Map.of("labelSpace", Map.of("exclude", List.of(label))));

        assertThat(ended.path("before").path("label").asString("")).isEqualTo(label);
        assertThat(ended.path("after").path("label").asString("")).isNotEqualTo(label);
        assertThat(texts(ended.path("parameters").path("labelSpace").path("exclude")))
                .containsExactly(label);
        assertThat(ended.path("provenance").path("inputs").size()).isEqualTo(4);
        var answer = service.get(cluster(job, number));
        assertThat(answer.header("ETag")).isNotEqualTo(etag);
        assertThat(service.get("/annotation-jobs/" + job).header("ETag")).isNotEqualTo(etagOfJob);
        JsonNode after = answer.expect(200);
        assertThat(after.path("label")).isEqualTo(ended.path("after").path("label"));
        assertThat(after.path("reannotated")).isEqualTo(ended.path("id"));
        assertThat(stream(after.path("candidates")).map(c -> c.path("label").asString("")))
                .doesNotContain(label);
        for (String member : List.of("markers", "terms", "programs", "cells", "name", "topMarkers")) {
            assertThat(after.path(member)).as(member).isEqualTo(before.path(member));
        }
        assertThat(stream(after.path("composition"))
                        .mapToInt(t -> t.path("cells").asInt())
                        .sum())
                .isEqualTo(before.path("cells").asInt());
        clusters.stream()
                .filter(c -> c.path("number").asInt() != number)
                .forEach(c -> assertThat(
                                service.get(cluster(job, c.path("number").asInt()))
                                        .expect(200))
                        .isEqualTo(c));
        List<String> now = cells(job);
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).split(",", -1)[3].equals(Integer.toString(number))) {
                assertThat(now.get(i)).isEqualTo(cells.get(i));
            }
        }
        assertThat(now).isNotEqualTo(cells);

        JsonNode back = again(job, number, Map.of());
        assertThat(back.path("after").path("label").asString("")).isEqualTo(label);
        assertThat(cells(job)).isEqualTo(cells);
        assertThat(stream(service.get(cluster(job, number) + "/reannotations")
                                .expect(200)
                                .path("content"))
                        .map(r -> r.path("id")))
                .containsExactly(back.path("id"), ended.path("id"));
    }

    @Test
    void whoeverReadsTheJobLearnsOfIt() {
        String job = annotated(WITHOUT_MODEL);
        assertThat(codes(service.job(job).path("warnings"))).doesNotContain("REANNOTATED");
        again(job, 1, Map.of("tissue", "brain"));
        again(job, 1, Map.of());
        again(job, 2, Map.of());
        assertThat(codes(service.job(job).path("warnings")))
                .filteredOn("REANNOTATED"::equals)
                .hasSize(2);
        String history = "/api/v1" + cluster(job, 1) + "/reannotations";
        assertThat(service.getAs("/annotation-jobs/" + job + "/report", "text/html")
                        .body())
                .contains(history);
        assertThat(service.get("/annotation-jobs/" + job + "/provenance").body())
                .contains(history);
    }

    @Test
    void theModelIsAskedAboutThisClusterOnly() {
        String job = annotated(WITHOUT_MODEL);
        int number = called(job).path("number").asInt();
        OLLAMA.choosing(Choice.first()).up();
        int chats = OLLAMA.chats().size();

        JsonNode ended = again(job, number, WITH_MODEL);

        assertThat(OLLAMA.chats().size() - chats).isEqualTo(1);
        JsonNode model = service.get(cluster(job, number)).expect(200).path("model");
        JsonNode chat = OLLAMA.chats().getLast();
        assertThat(model.path("prompt").asString(""))
                .isEqualTo(chat.path("messages").get(0).path("content").asString("") + "\n\n"
                        + chat.path("messages").get(1).path("content").asString(""));
        assertThat(model.path("outcome").asString("")).isEqualTo("CHOSE");
        assertThat(ended.path("after").path("decidedBy").asString("")).isEqualTo("MODEL");
        assertThat(ended.path("after").path("confidence"))
                .isEqualTo(ended.path("before").path("confidence"));
        assertThat(ended.path("provenance").path("model").path("digest").asString(""))
                .startsWith("6ac20e3c");
        assertThat(ended.path("warnings").toString()).doesNotContain("MODEL_UNAVAILABLE");
        assertThat(service.clusters(job).stream().filter(c -> !c.path("model").isNull()))
                .hasSize(1);
    }

    @Test
    void aModelThatIsDownIsAWarningNotAFailure() {
        String job = annotated(Map.of());
        JsonNode before = called(job);
        JsonNode ended = again(job, before.path("number").asInt(), Map.of());
        assertThat(codes(ended.path("warnings"))).contains("MODEL_UNAVAILABLE");
        assertThat(without(
                        service.get(cluster(job, before.path("number").asInt())).expect(200), "reannotated", "model"))
                .isEqualTo(without(before, "reannotated", "model"));
    }

    @Test
    void aCuratorsWordStaysOnTop() {
        String job = annotated(WITHOUT_MODEL);
        JsonNode machine = called(job);
        int number = machine.path("number").asInt();
        jdbc.update("""
                INSERT INTO curation (cluster_id, label, cl_id, by, at)
                SELECT id, 'neuron', 'CL:0000540', 'ada', now() FROM cluster WHERE job_id = ?::uuid AND number = ?""", job, number);
        JsonNode ended = again(job, number, Map.of());
        JsonNode after = service.get(cluster(job, number)).expect(200);
        assertThat(after.path("label").asString("")).isEqualTo("neuron");
        assertThat(after.path("decidedBy").asString("")).isEqualTo("CURATOR");
        assertThat(after.path("curations")).hasSize(1);
        assertThat(ended.path("after").path("label")).isEqualTo(machine.path("label"));
    }

    /// As a kill leaves it: RUNNING, and its execution taken by a worker that is no more.
    @Test
    void oneThatWasKilledIsDoneAfterTheRestartAndHoldsItsDatasetMeanwhile() {
        String job = annotated(WITHOUT_MODEL);
        int number = called(job).path("number").asInt();
        OLLAMA.taking(Duration.ofSeconds(30)).up();
        int chats = OLLAMA.chats().size();
        JsonNode queued = queued(job, number, WITH_MODEL);
        String id = queued.path("id").asString("");
        await().atMost(Duration.ofSeconds(30)).until(() -> OLLAMA.chats().size() > chats);
        JsonNode conflict =
                service.post(cluster(job, 1) + "/reannotate", Map.of()).problem(409, "conflict");
        assertThat(conflict.path("detail").asString("")).contains(id);
        service.delete("/datasets/" + dataset).problem(409, "conflict");

        queue.stop();
        assertThat(until(job, queued, "QUEUED").path("after").isNull()).isTrue();
        jdbc.update("UPDATE reannotation SET state = 'RUNNING', attempt = attempt + 1 WHERE id = ?::uuid", id);
        jdbc.update("""
                UPDATE scheduled_reannotations SET picked = true, picked_by = 'dead', last_heartbeat = now()
                WHERE task_instance = ?""", id);
        OLLAMA.taking(Duration.ZERO);
        queue.start();

        JsonNode ended = until(job, queued, "SUCCEEDED");
        assertThat(ended.path("after").path("decidedBy").asString("")).isEqualTo("MODEL");
        assertThat(OLLAMA.chats().size() - chats).isEqualTo(2); // the one that was under way, and again
        assertThat(codes(service.job(job).path("warnings")))
                .filteredOn("REANNOTATED"::equals)
                .hasSize(1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.queryForList("SELECT task_instance FROM scheduled_reannotations")
                        .isEmpty());
    }

    @Test
    void whereTheFilesAreGoneItFailsAndTheClusterStays() throws IOException {
        Path folder = Files.createDirectories(ServiceFolders.IMPORTS.resolve("reannotated-" + UUID.randomUUID()));
        for (Path file : section.parts().values()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        String job = service.post(
                        "/datasets", Map.of("path", folder.getFileName().toString(), "parameters", WITHOUT_MODEL))
                .expect(201)
                .path("annotationJob")
                .path("id")
                .asString("");
        service.succeeded(job);
        JsonNode before = service.get(cluster(job, 1)).expect(200);
        String sha = sha(job);
        queue.stop();
        JsonNode queued = queued(job, 1, Map.of());
        Files.delete(folder.resolve("cells.parquet"));
        queue.start();

        JsonNode ended = until(job, queued, "FAILED");

        assertThat(ended.path("failure").path("type").asString("")).isEqualTo("malformed-bundle");
        assertThat(ended.path("failure").path("detail").asString("")).contains("cells.parquet", "gone");
        assertThat(ended.path("after").isNull()).isTrue();
        assertThat(service.get(cluster(job, 1)).expect(200)).isEqualTo(before);
        assertThat(sha(job)).isEqualTo(sha);
        service.post(cluster(job, 1) + "/reannotate", Map.of()).problem(422, "malformed-bundle");
        assertThat(service.get(cluster(job, 1) + "/reannotations").expect(200).path("content"))
                .hasSize(1);
    }

    /// Groups that were brought along: names, small ones and cells without a group are restored too.
    @Test
    void ownClustersKeepTheirNamesAndTheSmallOnesAreRefused() throws IOException {
        String first = annotated(WITHOUT_MODEL);
        List<String> lines = new ArrayList<>(List.of("cell_id,group"));
        for (String cell : cells(first)) {
            String[] columns = cell.split(",", -1);
            if (columns[3].matches("[0-9]+")) {
                lines.add(columns[0] + "," + (lines.size() < 6 ? "tiny" : "Lab " + columns[3]));
            }
        }
        lines.removeLast(); // one without a group
        Path groups = Files.write(ServiceFolders.ROOT.resolve("groups-" + UUID.randomUUID() + ".csv"), lines);
        Map<String, Path> parts = new LinkedHashMap<>(section.parts());
        parts.put("clusters", groups);
        String job = service.upload(
                        parts,
                        Map.of("tissue", section.tissue(), "parameters", "{\"inference\": {\"enabled\": false}}"))
                .expect(201)
                .path("annotationJob")
                .path("id")
                .asString("");
        service.succeeded(job);
        List<JsonNode> before = service.clusters(job);
        List<String> cells = cells(job);
        JsonNode tiny = before.getLast();
        assertThat(tiny.path("verdict").asString("")).isEqualTo("NOT_ASSESSED");

        again(job, 1, Map.of());

        assertThat(without(service.get(cluster(job, 1)).expect(200), "reannotated"))
                .isEqualTo(without(before.getFirst(), "reannotated"));
        assertThat(cells(job)).isEqualTo(cells);
        JsonNode refused = service.post(cluster(job, tiny.path("number").asInt()) + "/reannotate", Map.of())
                .problem(409, "conflict");
        assertThat(refused.path("detail").asString("")).contains("was not assessed", "5 cells");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"hsnmf\": {\"rank\": 5}} | parameters.hsnmf",
                "{\"qualityControl\": {}} | parameters.qualityControl",
                "{\"markers\": {\"top\": 5}} | parameters.markers",
                "{\"enrichment\": {}} | parameters.enrichment",
                "{\"tissue\": \"atlantis\"} | parameters.tissue",
                "{\"labelSpace\": {\"include\": [\"Martian cell\"]}} | parameters.labelSpace",
                "{\"inference\": {\"model\": \"no model!\"}} | parameters.inference.model",
                "{\"confidence\": {\"moderate\": 0.99}} | parameters.confidence.moderate",
                "{\"colour\": \"red\"} | parameters.colour",
            })
    void badParametersAreNamedAndNothingIsStored(String parameters, String field) {
        String job = jobOnce();
        JsonNode problem = service.postText(cluster(job, 1) + "/reannotate", "{\"parameters\": " + parameters + "}")
                .problem(422, "invalid-parameters");
        assertThat(problem.path("violations").get(0).path("field").asString("")).startsWith(field);
        assertThat(service.get(cluster(job, 1) + "/reannotations").expect(200).path("content"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String job = jobOnce();
        String nobody = UUID.randomUUID().toString();
        service.post(cluster(nobody, 1) + "/reannotate", Map.of()).problem(404, "not-found");
        service.post(cluster(job, 99) + "/reannotate", Map.of()).problem(404, "not-found");
        service.get(cluster(nobody, 1) + "/reannotations").problem(404, "not-found");
        service.get(cluster(job, 99) + "/reannotations").problem(404, "not-found");
        service.get(cluster(job, 1) + "/reannotations/" + nobody).problem(404, "not-found");
    }

    @Test
    void anUnfinishedJobHasNothingToAnnotateAgain() {
        String job = service.submit(dataset, WITHOUT_MODEL);
        service.post(cluster(job, 1) + "/reannotate", Map.of()).problem(409, "not-finished");
        service.get(cluster(job, 1) + "/reannotations").problem(409, "not-finished");
        service.succeeded(job);
    }

    private String jobOnce() {
        if (shared.isEmpty()) {
            shared = annotated(WITHOUT_MODEL);
        }
        return shared;
    }
}
