package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterView;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/// All clusters of a job by number, fetched page by page.
final class AllClusters {

    private AllClusters() {}

    /// @throws io.nanocell.results.JobNotFinishedException if the job has not succeeded
    static List<ClusterView> of(AnnotationJobs jobs, UUID id) {
        List<ClusterView> clusters = new ArrayList<>();
        Page<ClusterView> page;
        int number = 0;
        do {
            page = jobs.clusters(id, PageRequest.of(number++, Paging.MAX_SIZE, Sort.by("number")));
            clusters.addAll(page.getContent());
        } while (page.hasNext());
        return clusters;
    }
}
