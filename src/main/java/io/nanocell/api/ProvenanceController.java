package io.nanocell.api;

import io.nanocell.api.crate.RoCrate;
import io.nanocell.api.crate.RunCrate;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How a finished job came about, for archives and workflow tools.
@Tag(name = "Annotation jobs")
@RestController
class ProvenanceController {

    static final String MEDIA_TYPE = "application/ld+json";

    private final AnnotationJobs jobs;
    private final Datasets datasets;
    private final ApiJson json;

    ProvenanceController(AnnotationJobs jobs, Datasets datasets, ApiJson json) {
        this.jobs = jobs;
        this.datasets = datasets;
        this.json = json;
    }

    @Operation(
            operationId = "getProvenance",
            summary = "How the result came about, as an RO-Crate",
            description =
                    "Workflow Run RO-Crate as JSON-LD: the run with its times, the input files with SHA-256 and size, every "
                            + "parameter, the reference sources with release and SHA-256, the language model with its digest "
                            + "where one was asked, the results, the warnings. Of the family of profiles it claims the Process "
                            + "Run Crate 0.5: the Workflow Run Crate asks for a workflow file, and the method is code of this "
                            + "service. `cells` and `clusters` are relative to the job's address; the input files are described, "
                            + "not served. Parameters that are `null` are left out. Any state but SUCCEEDED: 409.")
    @Refuses({406, 409})
    @GetMapping(path = "/api/v1/annotation-jobs/{id}/provenance", produces = MEDIA_TYPE)
    RoCrate show(@PathVariable UUID id) {
        JobView job = jobs.get(id);
        if (job.state() != JobState.SUCCEEDED) {
            throw new JobNotFinishedException(
                    "Job %s is %s: it has no provenance".formatted(id, job.state()), job.state());
        }
        return RunCrate.of(
                job,
                datasets.get(job.datasetId()),
                datasets.files(job.datasetId()),
                json.mapper().valueToTree(job.parameters()));
    }
}
