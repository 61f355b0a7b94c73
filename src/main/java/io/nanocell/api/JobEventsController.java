package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A job as a stream of events.
@Tag(name = "Annotation jobs")
@RestController
@RequestMapping("/api/v1/annotation-jobs/{id}/events")
class JobEventsController {

    private final AnnotationJobs jobs;
    private final JobEvents events;

    JobEventsController(AnnotationJobs jobs, JobEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @Operation(
            operationId = "listenToJob",
            summary = "Watch a job",
            description =
                    "Server-Sent Events `stage`, `progress` and `log`, until the job has ended. With `Last-Event-ID` it "
                            + "goes on after that event; where nothing is left to tell the answer is 204, so that a browser stops "
                            + "asking.")
    @ApiResponse(
            responseCode = "200",
            description = "Events, their data is JSON",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "The job has ended and everything was told", content = @Content)
    @Refuses({406, 429})
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        var job = jobs.get(id);
        var told = JobEvent.Position.parse(lastEventId);
        if (job.state().isFinal() && JobEvent.since(told, job).isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(events.listen(id, told));
    }
}
