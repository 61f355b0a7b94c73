package io.nanocell.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobState;
import io.nanocell.results.SharedPostgres;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The worst moment to lose the database: when the end of a job is to be stored.
class DatabaseLossIT {

    @Test
    void aJobWhoseEndCannotBeStoredRunsAgain() throws InterruptedException {
        String url = SharedPostgres.newDatabase();
        var runs = new AtomicInteger();
        var lost = new CountDownLatch(1);
        try (var service = ServiceToKill.start(
                "--spring.datasource.url=" + url,
                "--nanocell.data-dir=" + SharedPostgres.newDataDirectory(),
                "--spring.datasource.hikari.connection-timeout=500",
                "--db-scheduler.heartbeat-interval=500ms")) { // dead after 2 s
            var jobs = service.getBean(AnnotationJobs.class);
            var job = ServiceToKill.submit(service, id -> {
                if (runs.incrementAndGet() == 1) {
                    SharedPostgres.setReachable(url, false);
                    lost.countDown();
                    throw new IllegalStateException("the end that cannot be stored");
                }
                service.getBean(ScriptedRunner.class).succeed(id);
            });
            lost.await();
            Thread.sleep(Duration.ofSeconds(3)); // storing the end and rescheduling have failed by now
            SharedPostgres.setReachable(url, true);

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> jobs.get(job).state() == JobState.SUCCEEDED);
            assertThat(runs).hasValue(2);
        }
    }
}
