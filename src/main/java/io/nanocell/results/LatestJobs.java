package io.nanocell.results;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The newest job of each of some datasets, in one query.
@Component
class LatestJobs {

    private final JdbcTemplate jdbc;

    LatestJobs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @return by dataset; one without a job is absent
    Map<UUID, JobLink> of(Collection<UUID> datasets) {
        Map<UUID, JobLink> links = new HashMap<>();
        jdbc.query("""
                SELECT DISTINCT ON (dataset_id) dataset_id, id, state FROM annotation_job WHERE dataset_id = ANY (?)
                ORDER BY dataset_id, created_at DESC, id""", statement -> statement.setObject(1, datasets.toArray(UUID[]::new)), row -> {
            links.put(
                    row.getObject(1, UUID.class),
                    new JobLink(row.getObject(2, UUID.class), JobState.valueOf(row.getString(3))));
        });
        return links;
    }
}
