package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.ClusterView;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The clusters of a finished job: their labels, the evidence, a curator's word.
@RestController
@RequestMapping("/api/v1/annotation-jobs/{id}/clusters")
class ClusterController {

    private static final Set<String> SORTABLE = Set.of("number", "name", "cells", "label", "verdict", "confidence");

    /// Who a curator is where the service asks nobody for a key.
    private static final String LOCAL_CURATOR = "local";

    private final AnnotationJobs jobs;
    private final Curation curation;

    ClusterController(AnnotationJobs jobs, Curation curation) {
        this.jobs = jobs;
        this.curation = curation;
    }

    @GetMapping
    PageView<ClusterView> list(@PathVariable UUID id, Paging paging) {
        return PageView.of(
                jobs.clusters(id, paging.toPageable(Paging.MAX_SIZE, SORTABLE, Sort.by("number"), "number")));
    }

    @GetMapping("/{number}")
    ClusterDetail show(
            @PathVariable UUID id, @PathVariable int number, @RequestParam(required = false) @Nullable String markers) {
        if (markers != null && !markers.equals("all")) {
            throw Rejections.invalid("markers", markers, "Allowed: all; without it the top markers come");
        }
        return jobs.cluster(id, number, markers != null);
    }

    @PatchMapping("/{number}")
    ClusterDetail curate(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestBody CurationRequest request,
            @Nullable Principal curator) {
        return curation.apply(id, number, request, curator == null ? LOCAL_CURATOR : curator.getName());
    }
}
