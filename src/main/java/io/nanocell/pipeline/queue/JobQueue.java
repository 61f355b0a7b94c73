package io.nanocell.pipeline.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Puts jobs on the queue, in the transaction that makes or changes their rows.
@Component
public class JobQueue {

    private final Scheduler scheduler;

    JobQueue(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /// Schedules a run of the job as soon as a worker is free; no effect if one is scheduled already. The queue
    /// looks at
    /// once after the commit instead of at its next poll.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(UUID job) {
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(AnnotateTask.NAME, job.toString()), Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
