package io.nanocell.api;

import io.nanocell.pipeline.AdequacyRow;
import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.pipeline.Submissions;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetController {

    private static final Set<String> SORTABLE = Set.of("createdAt", "name", "cells", "genes");

    private final Submissions submissions;
    private final Datasets datasets;
    private final ReferenceLookup reference;
    private final ApiJson json;

    DatasetController(Submissions submissions, Datasets datasets, ReferenceLookup reference, ApiJson json) {
        this.submissions = submissions;
        this.datasets = datasets;
        this.reference = reference;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DatasetView> upload(MultipartHttpServletRequest request) throws IOException {
        var form = UploadForm.of(request, json);
        Path spool = submissions.spoolFolder();
        try {
            return created(submissions.upload(form.moveTo(spool), form.request()));
        } finally {
            FileSystemUtils.deleteRecursively(spool); // what was accepted has been moved out of it
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DatasetView> importFolder(@RequestBody ImportRequest request) {
        return created(submissions.importFolder(request.checkedPath(), request.toDatasetRequest()));
    }

    @GetMapping
    PageView<DatasetView> list(Paging paging) {
        return PageView.of(
                datasets.list(paging.toPageable(20, SORTABLE, Sort.by(Sort.Direction.DESC, "createdAt"), "id")));
    }

    @GetMapping("/{id}")
    DatasetView show(@PathVariable UUID id) {
        return datasets.get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        submissions.delete(id);
    }

    /// For the dataset's own tissue, unless another one is asked about.
    @GetMapping("/{id}/panel-adequacy")
    ListView<AdequacyRow> panelAdequacy(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String tissue) {
        var dataset = datasets.get(id);
        return new ListView<>(reference.adequacy(datasets.genes(id), tissue == null ? dataset.tissue() : tissue));
    }

    private static ResponseEntity<DatasetView> created(DatasetView dataset) {
        return ResponseEntity.created(URI.create("/api/v1/datasets/" + dataset.id()))
                .body(dataset);
    }
}
