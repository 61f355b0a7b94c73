package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nanocell.testing.Choice;
import io.nanocell.testing.FakeOllama;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// A lost job is the second worst bug: a service that is killed in the middle of one ends it after the restart,
/// with the very result of an undisturbed run.
class CrashIT {

    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);

    @Test
    void aKilledServiceEndsItsJobAfterTheRestart() {
        Path data = ServiceFolders.ROOT.resolve("crash");
        Sections section = Sections.of(20_000);
        String dataset;
        String job;
        try (var service = ServiceProcess.start(data)) {
            JsonNode uploaded = service.client()
                    .upload(section.parts(), Map.of("tissue", section.tissue()))
                    .expect(201);
            dataset = uploaded.path("id").asString("");
            job = uploaded.path("annotationJob").path("id").asString("");
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            service.client().job(job).path("stage").asString("").equals("SPATIAL"));
            service.kill();
        }
        long killed = System.nanoTime();
        try (var service = ServiceProcess.start(data)) {
            assertThat(service.client().job(job).path("state").asString("")).isIn("QUEUED", "RUNNING");
            service.client().until(job, "RUNNING", Duration.ofSeconds(30));
            var took = Duration.ofNanos(System.nanoTime() - killed);
            JsonNode ended = service.client().succeeded(job);
            LOG.info(
                    "Running again {} ms after the kill, done after {} ms",
                    took.toMillis(),
                    Duration.ofNanos(System.nanoTime() - killed).toMillis());

            JsonNode undisturbed = service.client().succeeded(service.client().submit(dataset, Map.of()));

            assertThat(ended.path("resultSha256")).isEqualTo(undisturbed.path("resultSha256"));
            LOG.info("An undisturbed run: {}", undisturbed.path("timings"));
        }
    }

    /// A cluster is annotated again as if nothing had happened, once.
    @Test
    void aKilledServiceEndsItsReannotationAfterTheRestart() {
        Path data = ServiceFolders.ROOT.resolve("crash-reannotation");
        Sections section = Sections.of(4_000);
        try (FakeOllama ollama = FakeOllama.start().choosing(Choice.first())) {
            String model = "--spring.ai.ollama.base-url=" + ollama.baseUrl();
            String cluster;
            String at;
            JsonNode before;
            try (var service = ServiceProcess.start(data, model)) {
                String job = service.client()
                        .upload(section.parts(), Map.of("tissue", section.tissue()))
                        .expect(201)
                        .path("annotationJob")
                        .path("id")
                        .asString("");
                service.client().succeeded(job);
                cluster = "/annotation-jobs/" + job + "/clusters/1";
                before = service.client().get(cluster).expect(200);
                ollama.taking(Duration.ofMinutes(1));
                int chats = ollama.chats().size();
                at = cluster + "/reannotations/"
                        + service.client()
                                .post(cluster + "/reannotate", Map.of())
                                .expect(202)
                                .path("id")
                                .asString("");
                await().atMost(Duration.ofMinutes(1)).until(() -> ollama.chats().size() > chats);
                service.kill();
            }
            ollama.taking(Duration.ZERO);
            try (var service = ServiceProcess.start(data, model)) {
                assertThat(service.client().get(at).expect(200).path("state").asString(""))
                        .isIn("QUEUED", "RUNNING", "SUCCEEDED");
                await().atMost(Duration.ofMinutes(2)) // as for ablations
                        .until(() -> service.client()
                                .get(at)
                                .json()
                                .path("state")
                                .asString("")
                                .equals("SUCCEEDED"));
                JsonNode ended = service.client().get(at).expect(200);
                assertThat(ended.path("after")).isEqualTo(ended.path("before"));
                JsonNode after = service.client().get(cluster).expect(200);
                assertThat(after.path("reannotated")).isEqualTo(ended.path("id"));
                for (String member : List.of("label", "confidence", "candidates", "markers", "composition")) {
                    assertThat(after.path(member)).as(member).isEqualTo(before.path(member));
                }
                assertThat(after.at("/model/prompt")).isEqualTo(before.at("/model/prompt"));
            }
        }
    }

    /// An ablation that a kill interrupts goes on where it was, and ends with the table of an undisturbed one.
    @Test
    void aKilledServiceEndsItsAblationAfterTheRestart() {
        Path data = ServiceFolders.ROOT.resolve("crash-ablation");
        Sections section = Sections.of(4_000);
        try (FakeOllama ollama = FakeOllama.start().choosing(Choice.last())) {
            String model = "--spring.ai.ollama.base-url=" + ollama.baseUrl();
            String ablations;
            String id;
            int before;
            try (var service = ServiceProcess.start(data, model)) {
                String job = service.client()
                        .upload(section.parts(), Map.of("tissue", section.tissue()))
                        .expect(201)
                        .path("annotationJob")
                        .path("id")
                        .asString("");
                service.client().succeeded(job);
                ablations = "/annotation-jobs/" + job + "/ablations";
                ollama.taking(Duration.ofMillis(500));
                before = ollama.chats().size();
                id = service.client()
                        .post(ablations + "?wait=0", Map.of("enum", List.of(true)))
                        .expect(202)
                        .path("id")
                        .asString("");
                String running = ablations + "/" + id;
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> service.client()
                                        .get(running)
                                        .json()
                                        .path("progress")
                                        .asDouble()
                                > 0.2);
                service.kill();
            }
            ollama.taking(Duration.ZERO);
            try (var service = ServiceProcess.start(data, model)) {
                String at = ablations + "/" + id;
                JsonNode left = service.client().get(at).json();
                assertThat(left.path("state").asString("")).isIn("QUEUED", "RUNNING");
                assertThat(left.path("progress").asDouble()).isBetween(0.2, 0.99);
                await().atMost(Duration.ofMinutes(
                                2)) // a shared database server frees the work when heartbeats were missed
                        .until(() -> service.client()
                                .get(at)
                                .json()
                                .path("state")
                                .asString("")
                                .equals("SUCCEEDED"));
                int asked = ollama.chats().size() - before;
                JsonNode rows = service.client().get(at).json().path("rows");

                JsonNode undisturbed = service.client()
                        .post(ablations, Map.of("enum", List.of(true)))
                        .expect(201)
                        .path("rows");

                assertThat(rows).isEqualTo(undisturbed);
                int questions = 4 * rows.get(0).path("asked").asInt();
                assertThat(asked).isBetween(questions, questions + 2); // only what was under way comes twice
            }
        }
    }
}
