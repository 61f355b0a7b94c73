package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.nanocell.pipeline.ablation.AblationQueue;
import io.nanocell.testing.Choice;
import io.nanocell.testing.FakeOllama;
import io.nanocell.testing.Fault;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// What the model did to the labels of a section, told over HTTP: records, lift ledger, ablations.
@WholeService
@TestInstance(PER_CLASS)
class InferenceAuditIT {

    private static final FakeOllama OLLAMA = ServiceFolders.OLLAMA;
    private static final int CELLS = 4_000;

    @Autowired
    private AblationQueue queue;

    @Autowired
    private JdbcTemplate jdbc;

    private final ServiceClient service;
    private final String dataset;
    private final String job;
    private final List<JsonNode> clusters;

    InferenceAuditIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
        Sections section = Sections.of(CELLS);
        OLLAMA.failing(Fault.NONE).choosing(Choice.last()).up();
        JsonNode uploaded = service.upload(
                        section.parts(),
                        Map.of("tissue", section.tissue(), "parameters", "{\"inference\": {\"stabilityRuns\": 2}}"))
                .expect(201);
        dataset = uploaded.path("id").asString("");
        job = uploaded.path("annotationJob").path("id").asString("");
        service.succeeded(job);
        clusters = service.clusters(job);
        OLLAMA.choosing(Choice.first()).down();
    }

    @AfterEach
    void ollamaIsDownAgain() {
        OLLAMA.failing(Fault.NONE)
                .choosing(Choice.first())
                .taking(Duration.ZERO)
                .down();
    }

    private JsonNode ledger() {
        return service.get("/annotation-jobs/" + job + "/lift").expect(200);
    }

    private String ablations() {
        return "/annotation-jobs/" + job + "/ablations";
    }

    @Test
    void theModelIsLoadedBeforeItIsAskedAndKnownByDigestAndTemplate() {
        assertThat(OLLAMA.warmUps()).isNotEmpty();
        JsonNode model = service.job(job).path("provenance").path("model");
        assertThat(model.path("digest").asString("")).startsWith("6ac20e3c");
        assertThat(model.path("promptTemplate").asString("")).isEqualTo("2");
    }

    @Test
    void theStabilityRunsAreReported() {
        List<JsonNode> asked =
                clusters.stream().filter(c -> !c.path("model").isNull()).toList();
        assertThat(asked).isNotEmpty().allSatisfy(cluster -> {
            JsonNode stability = cluster.path("model").path("stability");
            assertThat(stability.path("runs").asInt()).isEqualTo(2);
            assertThat(stability.path("choices")).hasSize(2);
            assertThat(stability.path("agreement").asDouble(-1)).isBetween(0.0, 1.0);
        });
    }

    @Test
    void theLedgerTellsWhereTheModelLeftTheEvidence() {
        JsonNode ledger = ledger();
        assertThat(ledger.path("content")).hasSize((int) clusters.stream()
                .filter(c -> !c.path("verdict").asString("").equals("NOT_ASSESSED"))
                .count());
        assertThat(ledger.path("counts").path("left").asInt()).isPositive();
        stream(ledger.path("content")).forEach(row -> {
            JsonNode cluster = clusters.get(row.path("number").asInt() - 1);
            assertThat(row.path("label")).isEqualTo(cluster.path("label"));
            if (!row.path("chosen").isNull()) {
                List<String> candidates = stream(cluster.path("candidates"))
                        .map(c -> c.path("label").asString(""))
                        .toList();
                assertThat(row.path("chosen").path("label").asString("")).isEqualTo(candidates.getLast());
                assertThat(row.path("best").path("support").asDouble()).isPositive();
            }
        });
        assertThat(ledger().toString()).isEqualTo(ledger.toString());
    }

    @Test
    void theLedgerIsATableToo() {
        var answer = service.getAs("/annotation-jobs/" + job + "/lift", "text/tab-separated-values");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/tab-separated-values");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(ledger().path("content").size() + 1);
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(28));
    }

    @Test
    void expertsSayWhetherItHelped() {
        List<Map<String, Object>> truth = new ArrayList<>();
        for (JsonNode row : ledger().path("content")) {
            if (!row.path("evidenceCellOntologyId").isNull()) {
                truth.add(truth(
                        row.path("number").asString(),
                        row.path("evidenceCellOntologyId").asString("")));
            }
        }
        JsonNode scored = service.post("/annotation-jobs/" + job + "/lift", Map.of("truth", truth))
                .expect(200);
        JsonNode label = scored.path("lift").path("label");
        assertThat(label.path("n").asInt()).isEqualTo(truth.size());
        assertThat(label.path("evidenceRight").asInt()).isEqualTo(truth.size()); // it is the truth here
        assertThat(label.path("helped").asInt()).isZero();
        assertThat(label.path("modelRight").asInt() + label.path("harmed").asInt())
                .isEqualTo(truth.size());
        assertThat(label.path("pValue").asDouble(-1)).isBetween(0.0, 1.0);
        assertThat(scored.path("lift").path("choice").path("n").asInt()).isPositive();
        assertThat(stream(scored.path("content")).map(row -> row.path("effect").asString("")))
                .contains("NONE");
    }

    private static Map<String, Object> truth(String id, String... terms) {
        return Map.of("id", id, "cellOntologyIds", List.of(terms));
    }

    @Test
    void aTruthThatDoesNotHoldIsNamed() {
        String lift = "/annotation-jobs/" + job + "/lift";
        JsonNode problem = service.post(
                        lift,
                        Map.of(
                                "truth",
                                List.of(
                                        truth("1", "CL:0000084"),
                                        truth("Cluster 1", "CL:0000084"),
                                        truth("999", "CL:0000084"),
                                        truth("2", "CL:9999999"),
                                        Map.of("id", "3", "cellOntologyIds", List.of()))))
                .problem(422, "invalid-parameters");
        assertThat(stream(problem.path("violations")).map(v -> v.path("field").asString("")))
                .containsExactly(
                        "truth[1].id", "truth[2].id", "truth[3].cellOntologyIds[0]", "truth[4].cellOntologyIds");
        service.post(lift, Map.of()).problem(422, "invalid-parameters");
        service.post(lift, Map.of("truth", List.of())).problem(422, "invalid-parameters");
        service.get("/annotation-jobs/00000000-0000-4000-8000-000000000000/lift")
                .problem(404, "not-found");
    }

    @Test
    void theWholeGridIsOneCallAndOneTable() {
        OLLAMA.choosing(Choice.first()).up();
        int before = OLLAMA.chats().size();
        List<Map<String, Object>> truth = List.of(truth("1", "CL:0000235"), truth("2", "CL:0000084"));
        var answer = service.post(ablations(), Map.of("truth", truth));
        JsonNode ablation = answer.expect(201);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1" + ablations() + "/" + ablation.path("id").asString(""));
        assertThat(ablation.path("state").asString("")).isEqualTo("SUCCEEDED");
        assertThat(ablation.path("rows")).hasSize(4 * 2 * 3);
        int asked = ablation.path("rows").get(0).path("asked").asInt();
        assertThat(OLLAMA.chats().size() - before).isEqualTo(4 * 2 * asked); // policies ask nothing
        stream(ablation.path("rows")).forEach(row -> {
            assertThat(row.path("asked").asInt()).isEqualTo(asked);
            assertThat(row.path("coverage").asDouble(-1)).isBetween(0.0, 1.0);
            if (row.path("enum").asBoolean()) {
                assertThat(row.path("offList").asDouble(-1)).isZero();
            }
            if (row.path("policy").asString("").equals("EVIDENCE")) {
                assertThat(row.path("evidenceFlips").asDouble(-1)).isZero();
            }
        });
        JsonNode full = ablation.path("rows").get(0); // candidates are shown by rank, and it takes the first
        assertThat(full.path("agreement").asDouble()).isGreaterThan(0.5);
        assertThat(service.get(answer.header("Location").substring("/api/v1".length()))
                        .json()
                        .path("rows"))
                .isEqualTo(ablation.path("rows"));
        var table = service.getAs(answer.header("Location").substring("/api/v1".length()), "text/tab-separated-values");
        assertThat(table.body().lines()).hasSize(25);
        assertThat(table.body()).startsWith("evidence\tenum\ttop\tpolicy\tasked\tagreement\toff_list\t");
    }

    @Test
    void theSameSettingSendsTheVeryPromptsOfTheJob() {
        OLLAMA.choosing(Choice.last()).up();
        int before = OLLAMA.chats().size();
        JsonNode ablation = service.post(
                        ablations(),
                        Map.of(
                                "evidence",
                                List.of(List.of("PROGRAMS", "CANDIDATES", "MARKERS")),
                                "enum",
                                List.of(true),
                                "policy",
                                List.of("GUARDED")))
                .expect(201);
        assertThat(ablation.path("rows").get(0).path("flips").asDouble(-1)).isZero();
        List<String> prompts = OLLAMA.chats().stream()
                .skip(before)
                .map(chat -> chat.path("messages").get(0).path("content").asString("") + "\n\n"
                        + chat.path("messages").get(1).path("content").asString(""))
                .toList();
        assertThat(prompts)
                .containsExactlyElementsOf(clusters.stream()
                        .filter(c -> !c.path("model").isNull())
                        .map(c -> c.path("model").path("prompt").asString(""))
                        .toList());
    }

    @Test
    void withoutTheEnumTheModelMayLeaveTheList() {
        OLLAMA.choosing(Choice.fixed("Martian cell")).up();
        JsonNode rows = service.post(
                        ablations(),
                        Map.of("evidence", List.of(List.of("MARKERS")), "enum", List.of(false), "top", List.of(3)))
                .expect(201)
                .path("rows");
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.path("offList").asDouble()).isEqualTo(1);
            assertThat(row.path("unusable").asInt()).isEqualTo(row.path("asked").asInt());
            assertThat(row.path("evidenceFlips").asDouble(-1)).isZero();
        });
    }

    @Test
    void anOllamaThatIsDownIsAnOutcomeNotAFailure() {
        JsonNode ablation = service.post(ablations(), Map.of("evidence", List.of(List.of("MARKERS"))))
                .expect(201);
        assertThat(ablation.path("state").asString("")).isEqualTo("SUCCEEDED");
        assertThat(ablation.path("rows")).allSatisfy(row -> {
            assertThat(row.path("unavailable").asInt())
                    .isEqualTo(row.path("asked").asInt());
            assertThat(row.path("agreement").isNull()).isTrue();
        });
    }

    @Test
    void aLongAblationIsWatchedAndCancelled() {
        OLLAMA.taking(Duration.ofSeconds(2)).up();
        var answer = service.post(ablations() + "?wait=0", Map.of());
        JsonNode queued = answer.expect(202);
        assertThat(queued.path("rows")).isEmpty();
        String at = ablations() + "/" + queued.path("id").asString("");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.get(at).json().path("progress").asDouble() > 0);
        assertThat(service.post(at + "/cancel").expect(200).path("state").asString(""))
                .isEqualTo("CANCELLED");
        service.post(at + "/cancel").problem(409, "conflict");
        int chats = OLLAMA.chats().size();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(OLLAMA.chats().size()).isLessThanOrEqualTo(chats + 1);
        assertThat(stream(service.get(ablations()).expect(200).path("content"))
                        .map(a -> a.path("id").asString("")))
                .contains(queued.path("id").asString(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"evidence\": []} | evidence",
                "{\"evidence\": [[]]} | evidence[0]",
                "{\"evidence\": [[\"MARKERS\", \"MARKERS\"]]} | evidence[0]",
                "{\"evidence\": [[\"MARKERS\", \"PROGRAMS\"], [\"PROGRAMS\", \"MARKERS\"]]} | evidence",
                "{\"evidence\": [null]} | evidence[0]",
                "{\"evidence\": [[\"EV0\"]]} | evidence[0][0]",
                "{\"enum\": []} | enum",
                "{\"enum\": [\"yes\"]} | enum[0]",
                "{\"top\": [0]} | top[0]",
                "{\"top\": [11]} | top[0]",
                "{\"policy\": [\"BOLD\"]} | policy[0]",
                "{\"polisy\": [\"MODEL\"]} | polisy",
                "{\"truth\": [{\"id\": \"77\", \"cellOntologyIds\": [\"CL:0000084\"]}]} | truth[0].id",
            })
    void badSettingsAreNamedAndNothingIsStored(String body, String field) {
        int stored = service.get(ablations()).expect(200).path("content").size();
        JsonNode problem = service.postText(ablations(), body).problem(422, "invalid-parameters");
        assertThat(problem.path("violations").get(0).path("field").asString("")).isEqualTo(field);
        assertThat(service.get(ablations()).expect(200).path("content")).hasSize(stored);
    }

    /// As a kill leaves it: RUNNING, and its execution taken by a worker that is no more.
    @Test
    void anAblationThatWasKilledGoesOnWhereItWas() {
        OLLAMA.taking(Duration.ofMillis(500)).up();
        int before = OLLAMA.chats().size();
        JsonNode queued = service.post(ablations() + "?wait=0", Map.of("enum", List.of(true)))
                .expect(202);
        String id = queued.path("id").asString("");
        String at = ablations() + "/" + id;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.get(at).json().path("progress").asDouble() > 0.2);
        queue.stop();
        double left = service.get(at).json().path("progress").asDouble();
        jdbc.update("UPDATE ablation SET state = 'RUNNING' WHERE id = ?::uuid", id);
        jdbc.update("""
                UPDATE scheduled_ablations SET picked = true, picked_by = 'dead', last_heartbeat = now()
                WHERE task_instance = ?""", id);
        OLLAMA.taking(Duration.ZERO);
        queue.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get(at).json().path("state").asString("").equals("SUCCEEDED"));
        JsonNode rows = service.get(at).json().path("rows");
        assertThat(left).isBetween(0.2, 0.99);
        assertThat(rows).hasSize(4 * 3);
        int asked = 4 * rows.get(0).path("asked").asInt();
        assertThat(OLLAMA.chats().size() - before).isBetween(asked, asked + 1); // only what was under way comes twice
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "601", "soon"})
    void aWaitThatIsNoneIsRefused(String wait) {
        service.post(ablations() + "?wait=" + wait, Map.of()).problem(422, "invalid-parameters");
    }

    @Test
    void aJobThatHasNotEndedHasNeither() {
        OLLAMA.taking(Duration.ofSeconds(20)).up();
        String running = service.submit(dataset, Map.of());
        service.post("/annotation-jobs/" + running + "/ablations", Map.of()).problem(409, "not-finished");
        service.get("/annotation-jobs/" + running + "/lift").problem(409, "not-finished");
        service.post("/annotation-jobs/" + running + "/cancel").expect(200);
        service.get(ablations() + "/00000000-0000-4000-8000-000000000000").problem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        // fault, part of the outcome, warning
        "MODEL_MISSING, UNAVAILABLE: the model is not on the server, MODEL_UNAVAILABLE",
        "RUNNER_DIED, UNAVAILABLE: the model server refused: HTTP 500, MODEL_UNAVAILABLE",
        "BREAKS_OFF, UNAVAILABLE: the connection to the model server broke, MODEL_UNAVAILABLE",
        "PROMPT_TOO_LONG, UNAVAILABLE: the prompt is longer than the model's context, MODEL_UNAVAILABLE",
        "EMPTY_CONTENT, UNUSABLE: the answer is empty, MODEL_UNUSABLE",
        "PROSE, UNUSABLE: the answer is not JSON, MODEL_UNUSABLE",
        "OFF_LIST, UNUSABLE: the answer's label is not on the list, MODEL_UNUSABLE",
        "CUT, UNUSABLE: the answer was cut at num_predict, MODEL_UNUSABLE",
        "PROMPT_CUT, UNUSABLE: the server cut the prompt, MODEL_UNUSABLE",
        "HANGS, UNAVAILABLE: the time budget for the model was used up: 1 s, MODEL_TIME_BUDGET",
        "DRIPS, UNAVAILABLE: the time budget for the model was used up: 1 s, MODEL_TIME_BUDGET",
    })
    void noFaultOfTheModelCostsAJob(Fault fault, String outcome, String warning) {
        OLLAMA.failing(fault).up();
        Map<String, Object> inference = new HashMap<>();
        if (fault == Fault.HANGS || fault == Fault.DRIPS) {
            inference.put("timeBudgetSeconds", 1);
        }
        String id = service.submit(dataset, Map.of("inference", inference));
        JsonNode ended = service.succeeded(id);
        assertThat(codes(ended.path("warnings"))).contains(warning);
        List<JsonNode> found = service.clusters(id);
        assertThat(found.stream()
                        .map(c -> c.path("model").path("outcome").asString(""))
                        .filter(said -> said.startsWith(outcome)))
                .isNotEmpty();
        assertThat(found).allSatisfy(cluster -> {
            assertThat(cluster.path("decidedBy").asString("")).isEqualTo("EVIDENCE");
            List<String> admissible = new ArrayList<>(stream(cluster.path("candidates"))
                    .map(c -> c.path("label").asString(""))
                    .toList());
            admissible.addAll(List.of("Unresolved", "Heterogeneous"));
            if (!cluster.path("label").isNull()) {
                assertThat(cluster.path("label").asString("")).isIn(admissible);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "stabilityRuns, -1",
        "stabilityRuns, 11",
        "timeBudgetSeconds, 0",
        "timeBudgetSeconds, 700000",
    })
    void parametersOutOfRangeAreNamed(String name, int value) {
        JsonNode problem = service.post(
                        "/annotation-jobs",
                        Map.of("datasetId", dataset, "parameters", Map.of("inference", Map.of(name, value))))
                .problem(422, "invalid-parameters");
        assertThat(problem.path("violations").get(0).path("field").asString(""))
                .isEqualTo("parameters.inference." + name);
    }
}
