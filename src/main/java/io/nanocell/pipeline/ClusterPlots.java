package io.nanocell.pipeline;

import io.nanocell.pipeline.figures.CompositionFigure;
import io.nanocell.pipeline.figures.DotPlotFigure;
import io.nanocell.pipeline.figures.MarkerColumns;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterView;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

/// What marks the clusters of a job and what they are made of, as SVG.
@Service
public class ClusterPlots {

    private final AnnotationJobs jobs;

    ClusterPlots(AnnotationJobs jobs) {
        this.jobs = jobs;
    }

    /// @param markers of each cluster, from 1
    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    public String dotplot(UUID job, int markers) {
        var columns = MarkerColumns.of(clusters(job), markers);
        return DotPlotFigure.of(columns, jobs.genes(job, columns.genes()));
    }

    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    public String composition(UUID job) {
        return CompositionFigure.of(clusters(job));
    }

    private List<ClusterView> clusters(UUID job) {
        return jobs.clusters(job, Pageable.unpaged(Sort.by("number"))).getContent();
    }
}
