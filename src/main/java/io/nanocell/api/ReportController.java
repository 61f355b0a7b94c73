package io.nanocell.api;

import io.nanocell.api.report.Report;
import io.nanocell.api.report.ReportFigures;
import io.nanocell.pipeline.ClusterPlots;
import io.nanocell.pipeline.ConfidencePlot;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// A finished job as a page for people.
@Tag(name = "Clusters and cells")
@RestController
class ReportController {

    /// Nothing but the page itself: should a text ever get out of its quotes, there is nothing it could load or
    /// run.
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final List<CellGroups.Group> MAPS = List.of(CellGroups.Group.LABEL, CellGroups.Group.CELL_LABEL);

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final AnnotationJobs jobs;
    private final Datasets datasets;
    private final ConfidencePlot plot;
    private final ClusterPlots plots;
    private final SpatialPlot map;
    private final ApiJson json;

    ReportController(
            AnnotationJobs jobs,
            Datasets datasets,
            ConfidencePlot plot,
            ClusterPlots plots,
            SpatialPlot map,
            ApiJson json) {
        this.jobs = jobs;
        this.datasets = datasets;
        this.plot = plot;
        this.plots = plots;
        this.map = map;
        this.json = json;
    }

    @Operation(
            operationId = "getReport",
            summary = "The result as a page",
            description =
                    "One HTML page to read, print and keep, which needs nothing else: summary, warnings, all clusters"
                            + " with label, verdict, markers, runners-up and composition, the section as a map, markers, composition and"
                            + " confidence drawn, quality, parameters and provenance. The same job and curations give the same"
                            + " bytes.")
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @Refuses({406, 409})
    @GetMapping(path = "/api/v1/annotation-jobs/{id}/report", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> report(@PathVariable UUID id) {
        var job = jobs.get(id);
        if (job.state() != JobState.SUCCEEDED) {
            throw new JobNotFinishedException(
                    "Job %s is %s: there is nothing to report".formatted(id, job.state()), job.state());
        }
        var clusters = AllClusters.of(jobs, id);
        var page = new Report(
                job,
                datasets.get(job.datasetId()),
                clusters,
                new ReportFigures(
                        map.of(id, clusters, MAPS),
                        plots.dotplot(id, ClusterPlotsController.MARKERS),
                        plots.composition(id),
                        plot.of(id)),
                json.mapper().valueToTree(job.parameters()));
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"report-%s.html\"".formatted(id))
                .body(page.html().getBytes(StandardCharsets.UTF_8));
    }
}
