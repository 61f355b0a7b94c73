package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// A lost job is the second worst bug: a service that is killed in the middle of one ends it after the restart, with
/// the very result of an undisturbed run.
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
}
