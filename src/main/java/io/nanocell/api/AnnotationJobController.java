package io.nanocell.api;

import io.nanocell.pipeline.Submissions;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
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
@RestController
@RequestMapping("/api/v1/annotation-jobs")
class AnnotationJobController {

    private static final Set<String> SORTABLE = Set.of("createdAt", "startedAt", "finishedAt", "state");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Submissions submissions;
    private final AnnotationJobs jobs;

    AnnotationJobController(Submissions submissions, AnnotationJobs jobs) {
        this.submissions = submissions;
        this.jobs = jobs;
    }

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

    @GetMapping
    PageView<JobView> list(
            @RequestParam(required = false) @Nullable UUID datasetId,
            @RequestParam(required = false) @Nullable JobState state,
            Paging paging) {
        var page = paging.toPageable(20, SORTABLE, Sort.by(Sort.Direction.DESC, "createdAt"), "id");
        return PageView.of(jobs.list(datasetId, state, page));
    }

    @GetMapping("/{id}")
    JobView show(@PathVariable UUID id) {
        return jobs.get(id);
    }

    @PostMapping("/{id}/cancel")
    JobView cancel(@PathVariable UUID id) {
        return submissions.cancel(id);
    }

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
