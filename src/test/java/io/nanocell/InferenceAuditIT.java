package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

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
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What the model did to the labels of a section, told over HTTP: records, lift ledger, ablations.
@WholeService
@TestInstance(PER_CLASS)
class InferenceAuditIT {

    private static final FakeOllama OLLAMA = ServiceFolders.OLLAMA;
    private static final int CELLS = 4_000;

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
        "HTML, UNUSABLE: the reply is not Ollama's, MODEL_UNUSABLE",
        "BROKEN_JSON, UNUSABLE: the reply is not Ollama's, MODEL_UNUSABLE",
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

    @Test
    void aModelInTheCloudIsRefused() {
        JsonNode problem = service.post(
                        "/annotation-jobs",
                        Map.of(
                                "datasetId",
                                dataset,
                                "parameters",
                                Map.of("inference", Map.of("model", "qwen3:480b-cloud"))))
                .problem(422, "invalid-parameters");
        assertThat(problem.path("violations").get(0).path("field").asString(""))
                .isEqualTo("parameters.inference.model");
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
