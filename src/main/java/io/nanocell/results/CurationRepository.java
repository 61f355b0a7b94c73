package io.nanocell.results;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CurationRepository extends JpaRepository<CurationEntity, Long> {

    List<CurationEntity> findByClusterIdInOrderById(Collection<Long> clusterIds);
}
