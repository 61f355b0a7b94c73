package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ConflictException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The section as a map.
@Tag(name = "Clusters and cells")
@RestController
class SpatialPlotController {

    private final AnnotationJobs jobs;
    private final SpatialPlot plot;

    SpatialPlotController(AnnotationJobs jobs, SpatialPlot plot) {
        this.jobs = jobs;
        this.plot = plot;
    }

    @Operation(
            operationId = "plotSpatial",
            summary = "The section, drawn",
            description =
                    "Every cell at its centroid, in the groups and colours of the cell table, with a scale bar and"
                            + " the number of cells of each group. 409 for a dataset of a version that did not store centroids.")
    @ApiResponse(
            responseCode = "200",
            description = "The figure; its cells are a PNG in it",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @Refuses({406, 409})
    @GetMapping(path = "/api/v1/annotation-jobs/{id}/plots/spatial.svg", produces = "image/svg+xml")
    ResponseEntity<byte[]> spatial(@PathVariable UUID id, @RequestParam(required = false) @Nullable String group) {
        var grouping = CellGroups.Group.of(group);
        return EvaluationController.svg(plot.of(id, AllClusters.of(jobs, id), grouping)
                .orElseThrow(() -> new ConflictException(
                        "The dataset of job %s was uploaded before centroids were stored: upload the section again"
                                .formatted(id))));
    }
}
