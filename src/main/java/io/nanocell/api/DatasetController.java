package io.nanocell.api;

import io.nanocell.pipeline.AdequacyRow;
import io.nanocell.pipeline.MarkerSets;
import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.pipeline.Submissions;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Datasets: Xenium sections that were uploaded or registered.
@Tag(name = "Datasets")
@RestController
@RequestMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetController {

    static final Set<String> SORTABLE = Set.of("createdAt", "name", "cells", "genes");

    private static final String CREATE = """
            Upload a Xenium output folder (`bundle`) or the files that matter (`matrix`, `cells`) as multipart/form-data, \
            or name a folder below the import root of the server as JSON. It is read and checked at once; unless \
            `annotate` is false an annotation job is queued and linked. A section that is sound but cannot be annotated \
            is kept, with the reason in `warnings`.""";

    private final Submissions submissions;
    private final Datasets datasets;
    private final ReferenceLookup reference;
    private final MarkerSets markerSets;
    private final ApiJson json;

    DatasetController(
            Submissions submissions,
            Datasets datasets,
            ReferenceLookup reference,
            MarkerSets markerSets,
            ApiJson json) {
        this.submissions = submissions;
        this.datasets = datasets;
        this.reference = reference;
        this.markerSets = markerSets;
        this.json = json;
    }

    @Operation(operationId = "createDataset", summary = "Bring in a section", description = CREATE)
    @ApiResponse(responseCode = "201", description = "Stored; `Location` has its address", useReturnTypeSchema = true)
    @Refuses(429)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = UploadSchema.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DatasetView> upload(MultipartHttpServletRequest request) throws IOException {
        var form = UploadForm.of(request, json);
        var asked = form.request(markerSets);
        Path spool = submissions.spoolFolder();
        try {
            return created(submissions.upload(form.moveTo(spool), asked));
        } finally {
            FileSystemUtils.deleteRecursively(spool); // what was accepted has been moved out of it
        }
    }

    @Operation(operationId = "createDataset", summary = "Bring in a section", description = CREATE)
    @ApiResponse(responseCode = "201", description = "Stored; `Location` has its address", useReturnTypeSchema = true)
    @Refuses(429)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DatasetView> importFolder(@RequestBody ImportRequest request) {
        return created(submissions.importFolder(request.checkedPath(), request.toDatasetRequest()));
    }

    @Operation(
            operationId = "listDatasets",
            summary = "All sections",
            description = "Newest first, unless `sort` names createdAt, name, cells or genes.")
    @GetMapping
    PageView<DatasetView> list(@ParameterObject Paging paging) {
        return PageView.of(
                datasets.list(paging.toPageable(20, SORTABLE, Sort.by(Sort.Direction.DESC, "createdAt"), "id")));
    }

    @Operation(
            operationId = "getDataset",
            summary = "One section",
            description = "Cells, genes, quality, files with their SHA-256, and the latest job.")
    @GetMapping("/{id}")
    DatasetView show(@PathVariable UUID id) {
        return datasets.get(id);
    }

    @Operation(
            operationId = "deleteDataset",
            summary = "Delete a section with its jobs",
            description = "Files, jobs and all results go. Refused while a job of it is running: cancel that first.")
    @ApiResponse(responseCode = "204", description = "Gone")
    @Refuses(409)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        submissions.delete(id);
    }

    /// For the dataset's own tissue, unless another one is asked about.
    @Operation(
            operationId = "panelAdequacy",
            summary = "What this panel can tell",
            description = "Which cell types the genes of the panel can call, only as a parent, or not at all, in the "
                    + "section's own tissue unless another one is given. No job is needed.")
    @GetMapping("/{id}/panel-adequacy")
    ListView<AdequacyRow> panelAdequacy(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String tissue) {
        var dataset = datasets.get(id);
        return new ListView<>(
                reference.adequacy(datasets.genes(id), tissue == null ? dataset.tissue() : tissue, dataset.species()));
    }

    private static ResponseEntity<DatasetView> created(DatasetView dataset) {
        return ResponseEntity.created(URI.create("/api/v1/datasets/" + dataset.id()))
                .body(dataset);
    }
}
