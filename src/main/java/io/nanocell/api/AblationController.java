package io.nanocell.api;

import io.nanocell.pipeline.AblationRequest;
import io.nanocell.pipeline.AblationStudies;
import io.nanocell.results.AblationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Ablations of finished jobs: inference run again in several ways over the stored evidence.
@Tag(name = "Inference audit")
@RestController
@RequestMapping("/api/v1/annotation-jobs/{id}/ablations")
class AblationController {

    private static final int DEFAULT_WAIT = 60;
    private static final int LONGEST_WAIT = 600;
    private static final int WAITING = 16;
    private static final String ENDED = "Ended; all rows are there";
    private static final String RUNNING = "Still running; the rows so far, `Location` has the others";

    private final AblationStudies studies;

    /// Calls that wait; one more is answered at once, so that the service's threads are never used up by waiting.
    private final Semaphore waiting = new Semaphore(WAITING);

    AblationController(AblationStudies studies) {
        this.studies = studies;
    }

    @Operation(
            operationId = "submitAblation",
            summary = "Run inference again in several ways",
            description =
                    "Every combination of evidence levels, enum on or off, list lengths and policies, over the evidence that "
                            + "the job has stored: nothing upstream is computed again, and policies need no call of the model. "
                            + "`{}` is the whole table: four levels, with and without enum, three policies. A small grid is "
                            + "answered with its rows at once (201, at most `wait` seconds); a long one goes on (202) at the "
                            + "address in `Location`, also after a restart of the service. Also as a table "
                            + "(`Accept: text/tab-separated-values`).")
    @ApiResponse(responseCode = "201", description = ENDED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = RUNNING, useReturnTypeSchema = true)
    @Refuses({406, 409})
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AblationView> submit(
            @PathVariable UUID id,
            @RequestBody AblationRequest request,
            @RequestParam(required = false) @Nullable Integer wait) {
        AblationView ablation = run(id, request, wait);
        return submitted(ablation).body(ablation);
    }

    @Operation(operationId = "submitAblation")
    @ApiResponse(responseCode = "201", description = ENDED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = RUNNING, useReturnTypeSchema = true)
    @PostMapping(produces = Tsv.MEDIA_TYPE)
    ResponseEntity<String> submitForTable(
            @PathVariable UUID id,
            @RequestBody AblationRequest request,
            @RequestParam(required = false) @Nullable Integer wait) {
        AblationView ablation = run(id, request, wait);
        return submitted(ablation).body(AblationTable.of(ablation));
    }

    private AblationView run(UUID id, AblationRequest request, @Nullable Integer wait) {
        int seconds = wait == null ? DEFAULT_WAIT : wait;
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw Rejections.invalid("wait", wait, "Send 0 to %d seconds".formatted(LONGEST_WAIT));
        }
        return await(studies.submit(id, request), seconds);
    }

    private static ResponseEntity.BodyBuilder submitted(AblationView ablation) {
        return ResponseEntity.status(ablation.state().isFinal() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create(
                        "/api/v1/annotation-jobs/%s/ablations/%s".formatted(ablation.jobId(), ablation.id())));
    }

    private AblationView await(AblationView ablation, int seconds) {
        if (seconds == 0 || !waiting.tryAcquire()) {
            return ablation;
        }
        try {
            return studies.await(ablation, Duration.ofSeconds(seconds));
        } finally {
            waiting.release();
        }
    }

    @Operation(
            operationId = "listAblations",
            summary = "All ablations of a job",
            description = "Newest first, each with its rows so far.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ListView<AblationView> list(@PathVariable UUID id) {
        return new ListView<>(studies.list(id));
    }

    @Operation(
            operationId = "getAblation",
            summary = "One ablation",
            description = "State, progress and the rows so far. Also as a table (`Accept: text/tab-separated-values`).")
    @Refuses(406)
    @GetMapping(path = "/{ablationId}", produces = MediaType.APPLICATION_JSON_VALUE)
    AblationView show(@PathVariable UUID id, @PathVariable UUID ablationId) {
        return studies.get(id, ablationId);
    }

    @Operation(operationId = "getAblation")
    @GetMapping(path = "/{ablationId}", produces = Tsv.MEDIA_TYPE)
    String table(@PathVariable UUID id, @PathVariable UUID ablationId) {
        return AblationTable.of(studies.get(id, ablationId));
    }

    @Operation(
            operationId = "cancelAblation",
            summary = "Cancel an ablation",
            description =
                    "QUEUED or RUNNING becomes CANCELLED within seconds; the rows so far stay. One that has ended: 409.")
    @Refuses(409)
    @PostMapping(path = "/{ablationId}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    AblationView cancel(@PathVariable UUID id, @PathVariable UUID ablationId) {
        return studies.cancel(id, ablationId);
    }
}
