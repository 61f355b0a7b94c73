package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.ClusterView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The clusters of a finished job: their labels, the evidence, a curator's word.
@Tag(name = "Clusters and cells")
@RestController
@RequestMapping(path = "/api/v1/annotation-jobs/{id}/clusters", produces = MediaType.APPLICATION_JSON_VALUE)
class ClusterController {

    static final Set<String> SORTABLE = Set.of("number", "name", "cells", "label", "verdict", "confidence");

    /// Who a curator is where the service asks nobody for a key.
    private static final String LOCAL_CURATOR = "local";

    private final AnnotationJobs jobs;
    private final Curation curation;

    ClusterController(AnnotationJobs jobs, Curation curation) {
        this.jobs = jobs;
        this.curation = curation;
    }

    @Operation(
            operationId = "listClusters",
            summary = "The clusters with their labels",
            description = "Label, Cell Ontology id, verdict, confidence with its parts, who decided, runner-ups. The"
                    + " confidence is the probability that the label shown is right, fitted on clusters and marker"
                    + " lists that experts have named; the model has no part in it. `composition`: the types of the"
                    + " cells with their shares, those without a type as Unassigned; the shares sum to 1. By number,"
                    + " unless `sort` names number, name, cells, label, verdict or confidence.")
    @Refuses(409)
    @GetMapping
    PageView<ClusterView> list(@PathVariable UUID id, @ParameterObject Paging paging) {
        return PageView.of(
                jobs.clusters(id, paging.toPageable(Paging.MAX_SIZE, SORTABLE, Sort.by("number"), "number")));
    }

    @Operation(
            operationId = "getCluster",
            summary = "One cluster with all evidence",
            description =
                    "Marker statistics, enriched terms, programs, every candidate with what speaks for and against it, "
                            + "what the model was asked and answered, and what curators said. `reannotated`: the reannotation "
                            + "that the machine's answer comes from, which tells its parameters; `null`: the job's own.")
    @Refuses(409)
    @GetMapping("/{number}")
    ClusterDetail show(
            @PathVariable UUID id, @PathVariable int number, @RequestParam(required = false) @Nullable String markers) {
        if (markers != null && !markers.equals("all")) {
            throw Rejections.invalid("markers", markers, "Allowed: all; without it the top markers come");
        }
        return jobs.cluster(id, number, markers != null);
    }

    @Operation(
            operationId = "curateCluster",
            summary = "Name a cluster as its curator",
            description =
                    "The label must be in the label space (/reference/labels of the species). The machine's verdict "
                            + "and confidence stay, `decidedBy` becomes CURATOR, the history is kept.")
    @Refuses(409)
    @PatchMapping("/{number}")
    ClusterDetail curate(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestBody CurationRequest request,
            @Nullable Principal curator) {
        return curation.apply(id, number, request, curator == null ? LOCAL_CURATOR : curator.getName());
    }
}
