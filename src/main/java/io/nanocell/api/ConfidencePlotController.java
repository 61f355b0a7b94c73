package io.nanocell.api;

import io.nanocell.pipeline.ConfidencePlot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How sure a job is, as a figure.
@Tag(name = "Clusters and cells")
@RestController
class ConfidencePlotController {

    private final ConfidencePlot plot;

    ConfidencePlotController(ConfidencePlot plot) {
        this.plot = plot;
    }

    @Operation(
            operationId = "plotConfidence",
            summary = "The confidence of all clusters, drawn",
            description =
                    "How many clusters have which confidence, coloured by verdict, with the thresholds of the job.")
    @ApiResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @Refuses({406, 409})
    @GetMapping(path = "/api/v1/annotation-jobs/{id}/plots/confidence.svg", produces = "image/svg+xml")
    ResponseEntity<byte[]> confidence(@PathVariable UUID id) {
        return EvaluationController.svg(plot.of(id));
    }
}
