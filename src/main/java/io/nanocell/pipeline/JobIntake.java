package io.nanocell.pipeline;

import io.nanocell.pipeline.queue.CancelSignals;
import io.nanocell.pipeline.queue.JobQueue;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ConflictException;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobView;
import io.nanocell.results.Notice;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.StorableText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes jobs in, and changes them at the caller's wish.
@Component
class JobIntake {

    private static final int MAX_KEY = 255;

    private final ParameterCheck check;
    private final Datasets datasets;
    private final AnnotationJobs jobs;
    private final JobQueue queue;
    private final CancelSignals signals;
    private final SectionInspector inspector;
    private final StoredBundles bundles;
    private final MemoryGuard memory;
    private final TransactionOperations transaction;

    JobIntake(
            ParameterCheck check,
            Datasets datasets,
            AnnotationJobs jobs,
            JobQueue queue,
            CancelSignals signals,
            SectionInspector inspector,
            StoredBundles bundles,
            MemoryGuard memory,
            TransactionOperations transaction) {
        this.check = check;
        this.datasets = datasets;
        this.jobs = jobs;
        this.queue = queue;
        this.signals = signals;
        this.inspector = inspector;
        this.bundles = bundles;
        this.memory = memory;
        this.transaction = transaction;
    }

    JobView annotate(UUID datasetId, JobParameters given, @Nullable String key) {
        StorableText.require(given);
        requireKey(key);
        var dataset = datasets.get(datasetId);
        var parameters = check.complete(given.orElse(dataset.tissue(), dataset.disease()));
        Optional<JobView> same = existing(key, datasetId, parameters);
        if (same.isPresent()) {
            return same.get();
        }
        datasets.obstacle(datasetId).ifPresent(JobIntake::refuse);
        memory.require(inspector.memory(bundles.files(datasetId), parameters));
        try {
            return create(datasetId, parameters, key);
        } catch (DataIntegrityViolationException e) { // the same key came twice at the same moment
            return existing(key, datasetId, parameters).orElseThrow(() -> e);
        }
    }

    JobView cancel(UUID job) {
        var cancelled = jobs.cancel(job);
        signals.cancel(job); // after the commit: who sees the flag finds the job CANCELLED
        return cancelled;
    }

    JobView retry(UUID job) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var queued = jobs.retry(job);
            queue.enqueue(job);
            return queued;
        }));
    }

    private JobView create(UUID dataset, JobParameters parameters, @Nullable String key) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var job = jobs.create(UUID.randomUUID(), dataset, parameters, key);
            queue.enqueue(job.id());
            return job;
        }));
    }

    private Optional<JobView> existing(@Nullable String key, UUID dataset, JobParameters parameters) {
        if (key == null) {
            return Optional.empty();
        }
        var job = jobs.byIdempotencyKey(key);
        job.ifPresent(made -> {
            if (!made.datasetId().equals(dataset) || !made.parameters().equals(parameters)) {
                throw new ConflictException(
                        "Idempotency-Key %s was used for another request, job %s".formatted(key, made.id()));
            }
        });
        return job;
    }

    private static void requireKey(@Nullable String key) {
        StorableText.require("Idempotency-Key", key, MAX_KEY);
        if (key != null && key.isBlank()) {
            throw new RequestRejected(
                    "invalid-parameters",
                    422,
                    "The Idempotency-Key is empty",
                    List.of(new ProblemViolation(null, "Idempotency-Key", key, "give a key or leave it out")));
        }
    }

    private static void refuse(Notice obstacle) {
        throw new RequestRejected(
                obstacle.code().toLowerCase(Locale.ROOT).replace('_', '-'), // TOO_FEW_CELLS: too-few-cells
                422,
                "This dataset cannot be annotated: " + obstacle.message(),
                List.of(new ProblemViolation(null, "datasetId", null, obstacle.message())));
    }
}
