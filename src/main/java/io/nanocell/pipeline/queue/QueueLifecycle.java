package io.nanocell.pipeline.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ExclusiveDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Start and orderly stop of the queue.
///
/// At the start, before the scheduler polls: where the database is ours alone, executions that are marked as taken
/// were
/// taken by a dead process and are free at once (elsewhere db-scheduler frees them when their heartbeat is 20 s
/// old);
/// and a job that waits without an execution, which no path of ours leaves behind, gets one.
///
/// At the stop, before anything else stops: no further job starts, and those that run end early and are put back.
@Component
class QueueLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QueueLifecycle.class);

    private final Scheduler scheduler;
    private final CancelSignals signals;
    private final JobQueue queue;
    private final AnnotationJobs jobs;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final boolean exclusive;
    private volatile boolean running;
    private volatile boolean stopped;

    QueueLifecycle(
            Scheduler scheduler,
            CancelSignals signals,
            JobQueue queue,
            AnnotationJobs jobs,
            JdbcClient jdbc,
            TransactionOperations transaction,
            ObjectProvider<ExclusiveDatabase> exclusive) {
        this.scheduler = scheduler;
        this.signals = signals;
        this.queue = queue;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.exclusive = exclusive.getIfAvailable() != null;
    }

    @Override
    public void start() {
        if (stopped) { // a context that pauses and goes on
            stopped = false;
            signals.goOn();
            scheduler.resume();
        }
        if (exclusive) {
            int freed = jdbc.sql("""
                            UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                                execution_time = now(), version = version + 1
                            WHERE task_name = ? AND picked""").param(AnnotateTask.NAME).update();
            LOG.info("{} interrupted jobs start again", freed);
        }
        transaction.executeWithoutResult(_ -> jobs.unfinished().forEach(queue::enqueue));
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopped = true;
        scheduler.pause();
        signals.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
