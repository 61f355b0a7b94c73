package io.nanocell.pipeline;

import io.nanocell.pipeline.figures.ConfidenceFigure;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.JobParameters;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

/// How sure a job is of its clusters, as SVG.
@Service
public class ConfidencePlot {

    private final AnnotationJobs jobs;

    ConfidencePlot(AnnotationJobs jobs) {
        this.jobs = jobs;
    }

    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    public String of(UUID job) {
        var clusters = jobs.clusters(job, Pageable.unpaged(Sort.by("number"))).getContent();
        JobParameters.Confidence thresholds = jobs.get(job).parameters().confidence();
        return ConfidenceFigure.of(
                clusters,
                thresholds == null ? null : thresholds.moderate(),
                thresholds == null ? null : thresholds.high());
    }
}
