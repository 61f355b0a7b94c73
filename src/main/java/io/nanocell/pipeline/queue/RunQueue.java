package io.nanocell.pipeline.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.nanocell.results.StoredRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A queue beside that of the annotation jobs, one run at a time, with a db-scheduler and a table of its own:
/// an execution lives as long as its run is QUEUED or RUNNING, and one whose worker died is revived when its
/// heartbeat is too old, at once after a restart where the database is ours alone.
///
/// @param <B> what a run needs to begin
public abstract class RunQueue<B> implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration AFTER_LOSS = Duration.ofSeconds(10);

    private final String table;
    private final RunStore store;
    private final StoredRuns<B> runs;
    private final RunBoundary<B> boundary;
    private final CustomTask<Void> task;
    private final SchedulerClient client;
    private volatile @Nullable Scheduler scheduler;

    /// @param name of the task
    /// @param table of its executions, as db-scheduler asks for it
    /// @param slots where the runs find room
    protected RunQueue(
            String name, String table, RunStore store, StoredRuns<B> runs, RunWork<B> work, SectionSlots slots) {
        this.table = table;
        this.store = store;
        this.runs = runs;
        this.boundary = new RunBoundary<>(name, runs, work, slots);
        this.task = task(name, boundary);
        this.client = SchedulerClient.Builder.create(store.dataSource, task)
                .tableName(table)
                .build();
    }

    private static CustomTask<Void> task(String name, RunBoundary<?> boundary) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_LOSS)))
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
                .execute((instance, _) -> boundary.run(UUID.fromString(instance.getId()))
                        ? (_, operations) -> operations.remove()
                        : (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(HEARTBEAT)));
    }

    /// Schedules a run as soon as the worker is free; no effect if one is scheduled already.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(UUID run) {
        client.scheduleIfNotExists(task.instance(run.toString()), Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Scheduler running = scheduler;
                if (running != null) {
                    running.triggerCheckForDueExecutions();
                }
            }
        });
    }

    @Override
    public void start() {
        if (store.exclusive) {
            store.jdbc.sql("""
                            UPDATE %s SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                                execution_time = now(), version = version + 1 WHERE picked""".formatted(table)).update();
        }
        store.transaction.executeWithoutResult(_ -> runs.unfinished().forEach(this::enqueue));
        boundary.goOn();
        Scheduler fresh = Scheduler.create(store.dataSource, task)
                .tableName(table)
                .threads(1)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .shutdownMaxWait(GRACE)
                .build();
        scheduler = fresh;
        fresh.start();
    }

    /// Runs end early, are put back and go on after the next start.
    @Override
    public void stop() {
        boundary.stop();
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
