package io.nanocell.pipeline.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobState;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// The task `annotate` of db-scheduler, one execution per job, named by the job's id.
///
/// An execution lives exactly as long as its job is QUEUED or RUNNING. A worker that dies leaves its execution
/// behind;
/// once its heartbeat is too old the execution is revived, here or in another process.
@Configuration(proxyBeanMethods = false)
class AnnotateTask {

    static final String NAME = "annotate";

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration AFTER_LOSS = Duration.ofSeconds(10);

    @Bean
    CustomTask<Void> annotate(JobBoundary boundary, AnnotationJobs jobs, TransactionOperations transaction) {
        var completion = new Completion(jobs, transaction);
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_LOSS)))
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
                .execute((instance, _) -> completion.of(boundary, UUID.fromString(instance.getId())));
    }

    /// Removes or keeps the execution, by the job's state and under the lock of its row: a retry that comes at the
    /// same
    /// moment either is seen here or finds the execution gone and makes a new one. Without the lock it could be
    /// lost.
    private record Completion(AnnotationJobs jobs, TransactionOperations transaction) {

        CompletionHandler<Void> of(JobBoundary boundary, UUID job) {
            return switch (boundary.run(job)) {
                case ENDED -> (complete, operations) -> removeUnlessRetried(job, complete, operations);
                case AGAIN ->
                    (complete, operations) -> operations.reschedule(
                            complete, complete.getTimeDone().plus(AGAIN_AFTER));
            };
        }

        void removeUnlessRetried(UUID job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
            transaction.executeWithoutResult(_ -> {
                if (jobs.lock(job).filter(JobState.QUEUED::equals).isPresent()) {
                    operations.reschedule(complete, complete.getTimeDone());
                } else {
                    operations.remove();
                }
            });
        }
    }
}
