package io.nanocell.results;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClusterRepository extends JpaRepository<ClusterEntity, Long> {

    List<ClusterEntity> findByJobIdOrderByNumber(UUID jobId);

    Optional<ClusterEntity> findByJobIdAndNumber(UUID jobId, int number);
}
