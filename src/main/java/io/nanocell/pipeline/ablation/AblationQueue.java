package io.nanocell.pipeline.ablation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.nanocell.results.Ablations;
import io.nanocell.results.ExclusiveDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A db-scheduler of its own, one ablation at a time: an execution lives as long as its ablation is QUEUED or
/// RUNNING, and one whose worker died is revived when its heartbeat is too old, at once after a restart where the
/// database is ours alone.
@Component
public class AblationQueue implements SmartLifecycle {

    private static final String TASK = "ablate";
    private static final String TABLE = "scheduled_ablations";
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration AFTER_LOSS = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final AblationBoundary boundary;
    private final Ablations ablations;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final boolean exclusive;
    private final CustomTask<Void> task;
    private final SchedulerClient client;
    private volatile @Nullable Scheduler scheduler;

    AblationQueue(
            DataSource dataSource,
            AblationBoundary boundary,
            Ablations ablations,
            JdbcClient jdbc,
            TransactionOperations transaction,
            ObjectProvider<ExclusiveDatabase> exclusive) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.boundary = boundary;
        this.ablations = ablations;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.exclusive = exclusive.getIfAvailable() != null;
        this.task = task();
        this.client = SchedulerClient.Builder.create(this.dataSource, task)
                .tableName(TABLE)
                .build();
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TASK, Void.class)
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
    public void enqueue(UUID ablation) {
        client.scheduleIfNotExists(task.instance(ablation.toString()), Instant.now());
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
        if (exclusive) {
            jdbc.sql("""
                    UPDATE scheduled_ablations SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                        execution_time = now(), version = version + 1 WHERE picked""").update();
        }
        transaction.executeWithoutResult(_ -> ablations.unfinished().forEach(this::enqueue));
        boundary.goOn();
        Scheduler fresh = Scheduler.create(dataSource, task)
                .tableName(TABLE)
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
