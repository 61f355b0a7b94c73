package io.nanocell.results;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The curators' overrides of clusters.
@Component
class Curations {

    private final CurationRepository repository;
    private final ClusterRepository clusters;
    private final JdbcClient jdbc;

    Curations(CurationRepository repository, ClusterRepository clusters, JdbcClient jdbc) {
        this.repository = repository;
        this.clusters = clusters;
        this.jdbc = jdbc;
    }

    /// @throws NotFoundException if there is no such cluster
    void add(UUID job, int number, CurationEntity curation) {
        var cluster = clusters.findByJobIdAndNumber(job, number)
                .orElseThrow(() -> new NotFoundException("Job %s has no cluster %d".formatted(job, number)));
        curation.clusterId = cluster.storedId();
        repository.saveAndFlush(curation);
        jdbc.sql("UPDATE annotation_job SET version = version + 1 WHERE id = ?")
                .param(job)
                .update();
    }

    /// @return all of a cluster, oldest first
    List<CurationEntity> of(long cluster) {
        return repository.findByClusterIdInOrderById(List.of(cluster));
    }

    /// @return the latest by cluster; a cluster without one is absent
    Map<Long, CurationEntity> latest(Collection<Long> clusterIds) {
        return repository.findByClusterIdInOrderById(clusterIds).stream()
                .collect(Collectors.toMap(curation -> curation.clusterId, curation -> curation, (_, later) -> later));
    }
}
