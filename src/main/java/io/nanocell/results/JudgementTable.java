package io.nanocell.results;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `cluster_judgement`.
@Component
class JudgementTable {

    private final JdbcClient jdbc;

    JudgementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long cluster, Judgement judgement) {
        jdbc.sql("INSERT INTO cluster_judgement (cluster_id, judgement) VALUES (?, ?::jsonb)")
                .params(cluster, StoredJson.write(judgement))
                .update();
    }

    Optional<Judgement> of(long cluster) {
        return jdbc.sql("SELECT judgement FROM cluster_judgement WHERE cluster_id = ?")
                .param(cluster)
                .query(String.class)
                .optional()
                .map(json -> StoredJson.MAPPER.readValue(json, Judgement.class));
    }
}
