package io.nanocell.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobState;
import io.nanocell.results.SharedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of a running job when its service ends, one way or the other.
class RestartIT {

    private static final Logger LOG = LoggerFactory.getLogger(RestartIT.class);

    private static final Duration SOON = Duration.ofSeconds(60);

    /// Where other services may use the database a dead worker's job is free only when it has missed its heartbeats.
    private static final Duration LEASE = Duration.ofSeconds(40);

    @Test
    void aKilledServiceRunsItsJobAgainSoonAfterTheRestart() throws IOException, InterruptedException {
        Path data = SharedPostgres.newDataDirectory();
        Files.createDirectories(data);
        List<String> properties = SharedPostgres.serviceIn(data);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ServiceToKill.class.getName(),
                data.toString()));
        command.addAll(properties);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("service.log").toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(data.resolve("running")));
        } finally {
            process.destroyForcibly(); // SIGKILL; its PostgreSQL lives on
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        long killed = System.nanoTime();
        var job = UUID.fromString(Files.readString(data.resolve("running")));

        try (var service = ServiceToKill.start(properties.toArray(String[]::new))) {
            awaitState(service, job, JobState.SUCCEEDED);
            var took = Duration.ofNanos(System.nanoTime() - killed);
            LOG.info("A killed service had its job running again {} ms after the kill", took.toMillis());
            assertThat(took).isLessThan(SharedPostgres.isShared() ? LEASE.plus(SOON) : SOON);
            assertThat(attempts(service, job)).isEqualTo(2);
        }
    }

    @Test
    void anOrderlyStopEndsTheRunEarlyAndDoesNotCount() {
        String[] properties = {
            "--spring.datasource.url=" + SharedPostgres.newDatabase(),
            "--nanocell.data-dir=" + SharedPostgres.newDataDirectory()
        };
        UUID kernel;
        try (var service = ServiceToKill.start(properties)) {
            kernel = ServiceToKill.submit(service, service.getBean(ScriptedRunner.class)::workForEver);
            awaitState(service, kernel, JobState.RUNNING);
            assertStopsWithin(Duration.ofSeconds(4), service);
        }
        UUID deaf;
        try (var service = ServiceToKill.start(properties)) {
            awaitState(service, kernel, JobState.SUCCEEDED);
            assertThat(attempts(service, kernel)).isEqualTo(1);
            deaf = ServiceToKill.submit(service, _ -> sleepUntilInterrupted());
            awaitState(service, deaf, JobState.RUNNING);
            assertStopsWithin(Duration.ofSeconds(9), service); // 5 s of grace, then the interrupt
        }
        try (var service = ServiceToKill.start(properties)) {
            awaitState(service, deaf, JobState.SUCCEEDED);
            assertThat(attempts(service, deaf)).isEqualTo(1);
        }
    }

    private static void assertStopsWithin(Duration limit, ConfigurableApplicationContext service) {
        long start = System.nanoTime();
        service.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
    }

    private static void awaitState(ConfigurableApplicationContext service, UUID job, JobState state) {
        var jobs = service.getBean(AnnotationJobs.class);
        await().atMost(LEASE.plus(SOON)).until(() -> jobs.get(job).state() == state);
    }

    private static int attempts(ConfigurableApplicationContext service, UUID job) {
        return service.getBean(JdbcClient.class)
                .sql("SELECT attempt FROM annotation_job WHERE id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    /// Like a call to a server that does not answer.
    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(Duration.ofMinutes(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
