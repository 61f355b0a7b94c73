package io.nanocell.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.Problem;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.Samples;
import io.nanocell.results.SharedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(classes = QueueForTests.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = SharedPostgres.class)
class QueueIT {

    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    Datasets datasets;

    @Autowired
    JobQueue queue;

    @Autowired
    CancelSignals signals;

    @Autowired
    ScriptedRunner runner;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void runsAJobAndForgetsIt() {
        var job = submit(runner::succeed);

        awaitState(job, JobState.SUCCEEDED);
        await().atMost(SOON).until(() -> executions(job) == 0);
    }

    @Test
    void schedulesNothingWhenTheTransactionRollsBack() {
        var job = UUID.randomUUID();
        var dataset = Samples.newDataset(datasets, 3);

        transaction.executeWithoutResult(status -> {
            jobs.create(job, dataset, JobParameters.NONE, null);
            queue.enqueue(job);
            status.setRollbackOnly();
        });

        assertThat(executions(job)).isZero();
        assertThatThrownBy(() -> queue.enqueue(job)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void storesTheCallersMistakeAsItIs() {
        var job = submit(_ -> {
            throw new RequestRejected("too-few-cells", 422, "7 cells are left", List.of());
        });

        awaitState(job, JobState.FAILED);
        assertThat(jobs.get(job).failure())
                .extracting(Problem::type, Problem::detail)
                .containsExactly("too-few-cells", "7 cells are left");
    }

    @Test
    void storesAnEndForEveryDefect() {
        var broken = submit(_ -> {
            throw new IllegalStateException("secret /path");
        });
        var outOfMemory = submit(_ -> {
            throw new OutOfMemoryError("Java heap space");
        });
        var idle = submit(_ -> {});

        awaitState(broken, JobState.FAILED);
        assertThat(jobs.get(broken).failure()).extracting(Problem::type).isEqualTo("internal-error");
        assertThat(jobs.get(broken).failure()).asString().doesNotContain("secret");
        awaitState(outOfMemory, JobState.FAILED);
        assertThat(jobs.get(outOfMemory).failure()).extracting(Problem::type).isEqualTo("out-of-memory");
        awaitState(idle, JobState.FAILED);
        await().atMost(SOON).until(() -> executions(broken) + executions(outOfMemory) + executions(idle) == 0);
    }

    @Test
    void storesAnEndWhenStoringFails() {
        var job = submit(id -> jobs.succeed(id, Samples.result(99))); // of 3 cells

        awaitState(job, JobState.FAILED);
        assertThat(jobs.get(job).failure()).extracting(Problem::type).isEqualTo("internal-error");
    }

    @Test
    void cancelEndsARunAtOnce() {
        var job = submit(runner::workForEver);
        awaitState(job, JobState.RUNNING);

        jobs.cancel(job);
        signals.cancel(job);

        await().atMost(Duration.ofSeconds(5)).until(() -> executions(job) == 0);
        assertThat(jobs.get(job).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void seesACancelOfAnotherProcess() {
        var job = submit(runner::workForEver);
        awaitState(job, JobState.RUNNING);

        jobs.cancel(job);

        await().atMost(Duration.ofSeconds(5)).until(() -> executions(job) == 0);
        assertThat(jobs.get(job).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void neverStartsAJobCancelledInTheQueue() {
        var ran = new AtomicInteger();
        var first = submit(runner::workForEver);
        awaitState(first, JobState.RUNNING);
        var second = submit(_ -> ran.incrementAndGet()); // one worker: it waits
        jobs.cancel(second);
        jobs.cancel(first);

        await().atMost(SOON).until(() -> executions(first) + executions(second) == 0);
        assertThat(ran).hasValue(0);
        assertThat(jobs.get(second).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void retryIsNotLostWhileTheCancelledRunUnwinds() {
        var release = new CountDownLatch(1);
        var job = submit(_ -> awaitQuietly(release));
        awaitState(job, JobState.RUNNING);
        jobs.cancel(job);
        signals.cancel(job);
        runner.scripts.put(job, runner::succeed);

        transaction.executeWithoutResult(_ -> {
            jobs.retry(job);
            queue.enqueue(job);
        });
        assertThat(jobs.get(job).state()).isEqualTo(JobState.QUEUED);
        release.countDown();

        awaitState(job, JobState.SUCCEEDED);
    }

    @Test
    void givesUpAfterThreeStartsWithoutAnEnd() {
        var ran = new AtomicInteger();
        var job = Samples.newJob(jobs, Samples.newDataset(datasets, 3));
        runner.scripts.put(job, _ -> ran.incrementAndGet());
        for (int crash = 0; crash < 3; crash++) {
            jobs.start(job);
        }
        enqueue(job);

        awaitState(job, JobState.FAILED);
        assertThat(jobs.get(job).failure()).extracting(Problem::type).isEqualTo("repeatedly-interrupted");
        assertThat(ran).hasValue(0);
    }

    @Test
    void runsAgainAfterTheDatabaseWasLost() {
        var lost = new AtomicInteger();
        var job = submit(id -> {
            if (lost.getAndIncrement() == 0) {
                throw new DataAccessResourceFailureException(
                        "lost", new SQLException("the connection was terminated", "57P01"));
            }
            runner.succeed(id);
        });

        await().atMost(SOON).until(() -> lost.get() == 1);
        await().atMost(Duration.ofSeconds(5)).until(() -> failures(job) == 1);
        assertThat(jobs.get(job).state()).isEqualTo(JobState.RUNNING);
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = ?") // not in 10 s
                .param(job.toString())
                .update();
        awaitState(job, JobState.SUCCEEDED);
        assertThat(lost).hasValue(2);
    }

    @Test
    void revivesTheJobOfADeadProcess() {
        var job = Samples.newJob(jobs, Samples.newDataset(datasets, 3));
        jobs.start(job);
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        VALUES ('annotate', ?, now(), true, 'dead', now() - interval '20 s', 1)""").param(job.toString()).update();

        awaitState(job, JobState.SUCCEEDED); // it looks for dead ones every 10 s
    }

    private UUID submit(Consumer<UUID> script) {
        var job = Samples.newJob(jobs, Samples.newDataset(datasets, 3));
        runner.scripts.put(job, script);
        enqueue(job);
        return job;
    }

    private void enqueue(UUID job) {
        transaction.executeWithoutResult(_ -> queue.enqueue(job));
    }

    private void awaitState(UUID job, JobState state) {
        await().atMost(SOON).until(() -> jobs.get(job).state() == state);
    }

    private int executions(UUID job) {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?")
                .param(job.toString())
                .query(Integer.class)
                .single();
    }

    private int failures(UUID job) {
        return jdbc.sql("SELECT consecutive_failures FROM scheduled_tasks WHERE task_instance = ? AND NOT picked")
                .param(job.toString())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
