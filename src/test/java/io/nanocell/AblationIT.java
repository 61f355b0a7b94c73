package io.nanocell;

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

/// Inference run again over a section's stored evidence, over HTTP.
@WholeService
@TestInstance(PER_CLASS)
class AblationIT {

    private static final FakeOllama OLLAMA = ServiceFolders.OLLAMA;
    private static final int CELLS = 4_000;

    @Autowired
    private AblationQueue queue;

    @Autowired
    private JdbcTemplate jdbc;

    private final ServiceClient service;
    private final String job;
    private final List<JsonNode> clusters;

    AblationIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
        Sections section = Sections.of(CELLS);
        OLLAMA.failing(Fault.NONE).choosing(Choice.last()).up();
        JsonNode uploaded = service.upload(
                        section.parts(),
                        Map.of("tissue", section.tissue(), "parameters", "{\"inference\": {\"stabilityRuns\": 2}}"))
                .expect(201);
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

    private String ablations() {
        return "/annotation-jobs/" + job + "/ablations";
    }

    private static Map<String, Object> truth(String id, String... terms) {
        return Map.of("id", id, "cellOntologyIds", List.of(terms));
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
        var atOnce = service.post(ablations(), Map.of("truth", truth), "Accept", "text/tab-separated-values");
        assertThat(atOnce.status()).isEqualTo(201);
        assertThat(atOnce.header("Location")).isNotEqualTo(answer.header("Location"));
        assertThat(atOnce.body()).isEqualTo(table.body());
    }

    /// Which model the rows are about has to be known, however late its server tells.
    @Test
    void asksForTheDigestOnceMoreWhenAllIsAnswered() {
        Map<String, Object> one =
                Map.of("evidence", List.of(List.of("MARKERS")), "enum", List.of(true), "policy", List.of("GUARDED"));
        int before = OLLAMA.listings();
        int chats = OLLAMA.chats().size();
        OLLAMA.failingToList(Integer.MAX_VALUE).up();
        JsonNode unknown = service.post(ablations(), one).expect(201);
        assertThat(unknown.path("model").path("name").asString("")).isEqualTo(FakeOllama.MODEL);
        assertThat(unknown.path("model").path("digest").isNull()).isTrue();
        assertThat(unknown.path("warnings").isArray()).isTrue();

        int listed = OLLAMA.listings() - before;
        int asked = OLLAMA.chats().size() - chats;
        assertThat(listed)
                .as("after the first, second, fourth, eighth … question, and at the end")
                .isEqualTo(Integer.SIZE - Integer.numberOfLeadingZeros(asked) + 1);

        OLLAMA.failingToList(listed - 1); // all but the last
        JsonNode known = service.post(ablations(), one).expect(201);
        assertThat(known.path("model").path("digest").asString("")).startsWith("6ac20e3c");
        OLLAMA.failingToList(0);
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

    @ParameterizedTest
    @ValueSource(strings = {"-1", "601", "soon"})
    void aWaitThatIsNoneIsRefused(String wait) {
        service.post(ablations() + "?wait=" + wait, Map.of()).problem(422, "invalid-parameters");
    }
}
