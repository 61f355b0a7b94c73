package io.nanocell.api;

import io.nanocell.pipeline.Submissions;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Annotation jobs: asked for, watched, cancelled, tried again.
@Tag(name = "Annotation jobs")
@RestController
@RequestMapping(path = "/api/v1/annotation-jobs", produces = MediaType.APPLICATION_JSON_VALUE)
class AnnotationJobController {

    static final Set<String> SORTABLE = Set.of("createdAt", "startedAt", "finishedAt", "state");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Submissions submissions;
    private final AnnotationJobs jobs;

    AnnotationJobController(Submissions submissions, AnnotationJobs jobs) {
        this.submissions = submissions;
        this.jobs = jobs;
    }

    @Operation(
            operationId = "submitJob",
            summary = "Annotate a section",
            description =
                    "Queues a job. Parameters that are left out have their defaults; the job tells all of them. With "
                            + "an `Idempotency-Key` a repeated request answers the first one's job.")
    @ApiResponse(responseCode = "202", description = "Queued; `Location` has its address", useReturnTypeSchema = true)
    @Refuses({404, 409})
    @PostMapping
    ResponseEntity<JobView> submit(
            @RequestBody JobRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        if (request.datasetId() == null) {
            throw Rejections.invalid("datasetId", null, "Name the dataset that is to be annotated");
        }
        if (idempotencyKey != null && !IDEMPOTENCY_KEY.matcher(idempotencyKey).matches()) {
            throw Rejections.invalid("Idempotency-Key", idempotencyKey, "1 to 200 visible ASCII characters");
        }
        return accepted(submissions.annotate(
                request.datasetId(),
                Objects.requireNonNullElse(request.parameters(), JobParameters.NONE),
                idempotencyKey));
    }

    @Operation(
            operationId = "listJobs",
            summary = "All jobs",
            description = "Newest first, unless `sort` names createdAt, startedAt, finishedAt or state.")
    @GetMapping
    PageView<JobView> list(
            @RequestParam(required = false) @Nullable UUID datasetId,
            @RequestParam(required = false) @Nullable JobState state,
            @ParameterObject Paging paging) {
        var page = paging.toPageable(20, SORTABLE, Sort.by(Sort.Direction.DESC, "createdAt"), "id");
        return PageView.of(jobs.list(datasetId, state, page));
    }

    @Operation(
            operationId = "getJob",
            summary = "One job",
            description = "State, stage and progress; timings, warnings, parameters, provenance and metrics.")
    @GetMapping("/{id}")
    JobView show(@PathVariable UUID id) {
        return jobs.get(id);
    }

    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description =
                    "QUEUED or RUNNING becomes CANCELLED; the work stops within seconds. A job that has ended: 409.")
    @Refuses(409)
    @PostMapping("/{id}/cancel")
    JobView cancel(@PathVariable UUID id) {
        return submissions.cancel(id);
    }

    @Operation(
            operationId = "retryJob",
            summary = "Try a job again",
            description = "FAILED or CANCELLED becomes QUEUED, under the same id. Any other state: 409.")
    @ApiResponse(responseCode = "202", description = "Queued again", useReturnTypeSchema = true)
    @Refuses(409)
    @PostMapping("/{id}/retry")
    ResponseEntity<JobView> retry(@PathVariable UUID id) {
        return accepted(submissions.retry(id));
    }

    private static ResponseEntity<JobView> accepted(JobView job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/annotation-jobs/" + job.id()))
                .body(job);
    }
}
