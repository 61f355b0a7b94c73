package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.nanocell.testing.Fault;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What becomes of jobs and datasets at the caller's wish, and what the service says of itself.
@WholeService
@TestInstance(PER_CLASS)
class LifecycleIT {

    private static final Map<String, ?> WITHOUT_MODEL = Map.of("inference", Map.of("enabled", false));
    private static final Map<String, ?> LONG = Map.of(
            "inference", Map.of("enabled", false),
            "hsnmf", Map.of("nmfTolerance", 1e-9, "nmfIterations", 10_000, "rank", 50));

    private final ServiceClient service;
    private final Sections section = Sections.of(4_000);
    private final String dataset;

    LifecycleIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
        dataset = upload();
    }

    @AfterEach
    void ollamaIsDown() {
        ServiceFolders.OLLAMA.failing(Fault.NONE).down();
    }

    @Test
    void aJobThatComputesIsCancelledAtOnceAndFreesItsWorker() {
        String job = service.submit(dataset, LONG);
        awaitStage(job, "SPATIAL");
        service.post("/annotation-jobs/" + job + "/cancel").expect(200);
        service.until(job, "CANCELLED", Duration.ofSeconds(2));
        String next = service.submit(dataset, WITHOUT_MODEL);
        service.until(next, "RUNNING", Duration.ofSeconds(5));
        service.succeeded(next);
        assertThat(service.job(job).path("state").asString("")).isEqualTo("CANCELLED");
        service.get("/annotation-jobs/" + job + "/cells").problem(409, "not-finished");
        service.get("/annotation-jobs/" + job + "/report").problem(409, "not-finished");
        service.post("/annotation-jobs/" + job + "/cancel").problem(409, "conflict");
    }

    @Test
    void aJobThatWaitsForTheModelIsCancelledAndRetried() {
        ServiceFolders.OLLAMA.failing(Fault.HANGS).up();
        String job = service.submit(dataset, Map.of());
        awaitStage(job, "INFERENCE");
        service.delete("/datasets/" + dataset).problem(409, "conflict");
        service.post("/annotation-jobs/" + job + "/retry").problem(409, "conflict");
        service.post("/annotation-jobs/" + job + "/cancel").expect(200);
        service.until(job, "CANCELLED", Duration.ofSeconds(2));

        ServiceFolders.OLLAMA.failing(Fault.NONE);
        JsonNode queued = service.post("/annotation-jobs/" + job + "/retry").expect(202);
        assertThat(queued.path("id").asString("")).isEqualTo(job);
        assertThat(queued.path("state").asString("")).isIn("QUEUED", "RUNNING");
        JsonNode ended = service.succeeded(job);
        assertThat(codes(ended.path("warnings"))).doesNotContain("MODEL_UNAVAILABLE");
        service.post("/annotation-jobs/" + job + "/retry").problem(409, "conflict");
    }

    @Test
    void theSameKeyMakesOneJob() {
        String key = UUID.randomUUID().toString();
        var body = Map.of("datasetId", dataset, "parameters", WITHOUT_MODEL);
        JsonNode first =
                service.post("/annotation-jobs", body, "Idempotency-Key", key).expect(202);
        JsonNode second =
                service.post("/annotation-jobs", body, "Idempotency-Key", key).expect(202);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        service.post("/annotation-jobs", Map.of("datasetId", dataset), "Idempotency-Key", key)
                .problem(409, "conflict");
        service.succeeded(first.path("id").asString(""));
    }

    @Test
    void aDatasetGoesWithItsJobs() {
        String other = upload();
        String job = service.submit(other, WITHOUT_MODEL);
        service.succeeded(job);
        assertThat(service.delete("/datasets/" + other).status()).isEqualTo(204);
        service.get("/datasets/" + other).problem(404, "not-found");
        service.get("/annotation-jobs/" + job).problem(404, "not-found");
        assertThat(ServiceFolders.DATA.resolve("datasets").resolve(other)).doesNotExist();
    }

    @Test
    void unknownThingsAreNotFound() {
        String nobody = UUID.randomUUID().toString();
        service.get("/datasets/" + nobody).problem(404, "not-found");
        service.get("/annotation-jobs/" + nobody).problem(404, "not-found");
        service.get("/reference/genes/NOTAGENE99").problem(404, "not-found");
        service.get("/datasets?colour=red").problem(422, "invalid-parameters");
        service.post("/annotation-jobs", Map.of("datasetId", nobody)).problem(404, "not-found");
    }

    @Test
    void tellsWhatThePanelCanCall() {
        String at = "/datasets/" + dataset + "/panel-adequacy";
        JsonNode own = service.get(at).expect(200).path("content");
        assertThat(own.size()).isGreaterThan(10);
        assertThat(stream(own)).allSatisfy(row -> {
            assertThat(row.path("status").asString("")).isIn("CALLABLE", "PARENT_ONLY", "NOT_CALLABLE");
            assertThat(row.path("parent").isNull())
                    .isEqualTo(!row.path("status").asString("").equals("PARENT_ONLY"));
        });
        assertThat(stream(own)).anyMatch(row -> row.path("status").asString("").equals("CALLABLE"));
        service.get(at + "?tissue=atlantis").problem(422, "invalid-parameters");
    }

    @Test
    void tellsWhatItKnows() {
        JsonNode sources = service.get("/reference").expect(200);
        assertThat(stream(sources.path("sources"))).isNotEmpty().allSatisfy(s -> {
            assertThat(s.path("sha256").asString("")).matches("[0-9a-f]{64}");
            assertThat(s.path("licence").asString("")).isNotEmpty();
        });
        assertThat(codes(sources.path("warnings"))).contains("CORE_REFERENCE_ONLY");
        JsonNode all = service.get("/reference/labels").expect(200).path("content");
        JsonNode liver = service.get("/reference/labels?tissue=liver&species=human")
                .expect(200)
                .path("content");
        assertThat(liver.size()).isPositive().isLessThanOrEqualTo(all.size());
        assertThat(stream(liver).map(l -> l.path("label").asString(""))).contains("hepatocyte");
        assertThat(service.get("/reference/labels?species=mouse")
                        .expect(200)
                        .path("content")
                        .size())
                .isEqualTo(all.size());
        service.get("/reference/labels?species=zebrafish").problem(422, "unsupported-species");
        JsonNode mouse = service.get("/reference/genes/cd8b1?species=mouse").expect(200);
        assertThat(mouse.path("symbol").asString("")).isEqualTo("Cd8b1");
        assertThat(mouse.path("markerOf").size()).isPositive();
        JsonNode gene = service.get("/reference/genes/alb").expect(200);
        assertThat(gene.path("symbol").asString("")).isEqualTo("ALB");
        assertThat(gene.path("markerOf").size()).isPositive();
    }

    @Test
    void tellsWhatItIs() {
        JsonNode info = service.get("/service-info").expect(200);
        assertThat(info.path("version").asString("")).isNotEmpty();
        assertThat(service.get("/actuator/health").expect(200).path("status").asString(""))
                .isEqualTo("UP");
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void documentsEveryOperation() {
        JsonNode api = service.get("/v3/api-docs").expect(200);
        assertThat(api.path("openapi").asString("")).startsWith("3.1");
        Set<String> methods = Set.of("get", "post", "put", "patch", "delete");
        List<String> undocumented = api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> methods.contains(operation.getKey()))
                        .filter(operation -> operation
                                .getValue()
                                .path("summary")
                                .asString("")
                                .isBlank())
                        .map(operation -> operation.getKey() + " " + path.getKey()))
                .toList();
        assertThat(undocumented).isEmpty();
        assertThat(api.path("paths").propertyNames())
                .contains("/api/v1/datasets", "/api/v1/annotation-jobs/{id}/cells", "/api/v1/marker-annotations");
    }

    private String upload() {
        return service.upload(section.parts(), Map.of("tissue", section.tissue(), "annotate", "false"))
                .expect(201)
                .path("id")
                .asString("");
    }

    private void awaitStage(String job, String stage) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(1))
                .until(() -> service.job(job).path("stage").asString("").equals(stage));
    }
}
