package io.nanocell.api;

import io.nanocell.pipeline.ClusterReannotations;
import io.nanocell.results.JobParameters;
import io.nanocell.results.ReannotationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Single clusters of a finished job, annotated again with other parameters.
@Tag(name = "Clusters and cells")
@RestController
@RequestMapping(path = "/api/v1/annotation-jobs/{id}/clusters/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReannotationController {

    private final ClusterReannotations reannotations;

    ReannotationController(ClusterReannotations reannotations) {
        this.reannotations = reannotations;
    }

    @Operation(
            operationId = "reannotateCluster",
            summary = "Annotate one cluster again",
            description = "With another label space, tissue or model: `tissue`, `disease`, `labelSpace`, `candidates`, "
                    + "`inference` and `confidence` may be given, member by member; what is left out is the job's. `{}` is "
                    + "the same again, because the model was not there the first time. The domains stay as they are, and so "
                    + "do the other clusters; the new answer takes the place of this cluster's, its composition and its "
                    + "cells' types. Curations stay on top. Queued beside the jobs, one at a time for a job; it goes on "
                    + "after a restart. Where it fails, or the imported files are gone, the cluster stays as it was.")
    @ApiResponse(responseCode = "202", description = "Queued; `Location` has its address", useReturnTypeSchema = true)
    @Refuses(409)
    @PostMapping("/reannotate")
    ResponseEntity<ReannotationView> reannotate(
            @PathVariable UUID id, @PathVariable int number, @RequestBody ReannotationRequest request) {
        ReannotationView queued =
                reannotations.submit(id, number, Objects.requireNonNullElse(request.parameters(), JobParameters.NONE));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/annotation-jobs/%s/clusters/%d/reannotations/%s"
                        .formatted(queued.jobId(), queued.cluster(), queued.id())))
                .body(queued);
    }

    @Operation(
            operationId = "listReannotations",
            summary = "All reannotations of a cluster",
            description =
                    "Newest first. The present answer of the machine is the `after` of the newest that SUCCEEDED; "
                            + "where there is none, it is the job's own.")
    @Refuses(409)
    @GetMapping("/reannotations")
    ListView<ReannotationView> list(@PathVariable UUID id, @PathVariable int number) {
        return new ListView<>(reannotations.list(id, number));
    }

    @Operation(
            operationId = "getReannotation",
            summary = "One reannotation",
            description = "State, the complete parameters, what the machine called the cluster before and after, and "
                    + "what it was made with.")
    @GetMapping("/reannotations/{reannotationId}")
    ReannotationView show(@PathVariable UUID id, @PathVariable int number, @PathVariable UUID reannotationId) {
        return reannotations.get(id, number, reannotationId);
    }
}
