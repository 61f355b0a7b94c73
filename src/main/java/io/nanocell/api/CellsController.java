package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterView;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// All cells of a finished job as a table. Text is streamed: a million cells need no memory.
@Tag(name = "Clusters and cells")
@RestController
@RequestMapping("/api/v1/annotation-jobs/{id}/cells")
class CellsController {

    private final AnnotationJobs jobs;

    CellsController(AnnotationJobs jobs) {
        this.jobs = jobs;
    }

    /// Whatever can fail for the caller's sake fails here, before the first byte.
    @Operation(
            operationId = "getCells",
            summary = "All cells as a table",
            description = "By `Accept`: CSV that Xenium Explorer imports as cell groups, with `columns` on request; "
                    + "`application/x-ndjson`, a JSON object per line; `application/vnd.apache.parquet`; or "
                    + "`application/geo+json`, points that QuPath imports; these three with all columns, or those asked "
                    + "for. Cells that were filtered carry NOT_ASSESSED. A cell's own type (`columns=cellLabel`) is told "
                    + "by its genes and may differ from its cluster's label. `x` and `y` are the centroid in µm, y "
                    + "downwards; null in datasets of versions that did not store it.")
    @ApiResponse(
            responseCode = "200",
            description = "Id, group and colour of each cell and the columns asked for, in the section's order",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = CellsNdjson.MEDIA_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = CellsParquet.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CellsGeoJson.MEDIA_TYPE, schema = @Schema(type = "string"))
            })
    @Refuses({406, 409, 429})
    @GetMapping(produces = {"text/csv", CellsNdjson.MEDIA_TYPE, CellsParquet.MEDIA_TYPE, CellsGeoJson.MEDIA_TYPE})
    @Nullable
    ResponseEntity<StreamingResponseBody> cells(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String columns,
            WebRequest request) {
        var media = CellsMedia.accepted(request.getHeaderValues(HttpHeaders.ACCEPT));
        var grouping = CellGroups.Group.of(group);
        List<CellColumn> added = columns == null ? media.columns() : columns(columns);
        var job = finished(id);
        var clusters = AllClusters.of(jobs, id);
        String etag = etag(job, media, grouping, added, clusters);
        if (request.checkNotModified(etag)) {
            return null; // 304
        }
        CellsFormat table = media.table(new CellGroups(clusters, grouping), added);
        return ResponseEntity.ok()
                .contentType(media.type())
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"cells-%s.%s\"".formatted(id, media.extension()))
                .body(out -> table.write(consumer -> jobs.forEachCell(id, consumer), out));
    }

    private JobView finished(UUID id) {
        var job = jobs.get(id);
        if (job.state() != JobState.SUCCEEDED) {
            throw new JobNotFinishedException("Job %s is %s: it has no cells".formatted(id, job.state()), job.state());
        }
        return job;
    }

    /// The result's digest does not cover what curators said later, so the labels enter beside it.
    private static String etag(
            JobView job, CellsMedia media, CellGroups.Group group, List<CellColumn> columns, List<ClusterView> all) {
        var state = new StringBuilder()
                .append(job.id())
                .append(job.resultSha256())
                .append(media)
                .append(group)
                .append(columns);
        all.forEach(cluster -> state.append(cluster.number())
                .append(cluster.name())
                .append(cluster.label())
                .append(cluster.cellOntologyId()));
        return '"' + DigestUtils.md5DigestAsHex(state.toString().getBytes(StandardCharsets.UTF_8)) + '"';
    }

    private static List<CellColumn> columns(String value) {
        List<CellColumn> columns = new ArrayList<>();
        for (String name : value.split(",", -1)) {
            var column = Arrays.stream(CellColumn.values())
                    .filter(c -> c.header().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> Rejections.invalid(
                            "columns",
                            value,
                            "Allowed, separated by commas: "
                                    + Arrays.stream(CellColumn.values())
                                            .map(CellColumn::header)
                                            .collect(Collectors.joining(", "))));
            if (columns.contains(column)) {
                throw Rejections.invalid("columns", value, "Name each column once");
            }
            columns.add(column);
        }
        return columns;
    }
}
