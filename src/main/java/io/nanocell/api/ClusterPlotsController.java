package io.nanocell.api;

import io.nanocell.pipeline.ClusterPlots;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What marks the clusters of a job and what they are made of, as figures.
@Tag(name = "Clusters and cells")
@RestController
@RequestMapping(path = "/api/v1/annotation-jobs/{id}/plots", produces = "image/svg+xml")
class ClusterPlotsController {

    /// Of each cluster, unless the caller says.
    static final int MARKERS = 3;

    static final int MOST_MARKERS = 10;

    private final ClusterPlots plots;

    ClusterPlotsController(ClusterPlots plots) {
        this.plots = plots;
    }

    @Operation(
            operationId = "plotDotplot",
            summary = "The markers of all clusters, drawn",
            description =
                    "A dot plot: a row for each assessed cluster, a column for each of its top markers, every gene once,"
                            + " below the first cluster that it marks. The area of a dot is the share of the cluster's"
                            + " cells that express the gene, its colour the mean of the gene relative to the highest in"
                            + " any cluster; the numbers are in the tooltips. At most some 40,000 dots: of more clusters"
                            + " than fit, the first.")
    @ApiResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @Refuses({406, 409})
    @GetMapping("/dotplot.svg")
    ResponseEntity<byte[]> dotplot(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer markers) {
        int wanted = markers == null ? MARKERS : markers;
        if (wanted < 1 || wanted > MOST_MARKERS) {
            throw Rejections.invalid("markers", markers, "Send 1 to %d".formatted(MOST_MARKERS));
        }
        return EvaluationController.svg(plots.dotplot(id, wanted));
    }

    @Operation(
            operationId = "plotComposition",
            summary = "The types of the cells of all clusters, drawn",
            description = "A bar for each assessed cluster: the types of its cells, as wide as their shares, with the"
                    + " number of cells. The twenty most frequent types of the job have a colour each, all others are"
                    + " light grey. At most 200 clusters, the first.")
    @ApiResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @Refuses({406, 409})
    @GetMapping("/composition.svg")
    ResponseEntity<byte[]> composition(@PathVariable UUID id) {
        return EvaluationController.svg(plots.composition(id));
    }
}
