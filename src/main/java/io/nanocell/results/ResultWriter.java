package io.nanocell.results;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the results of a job in the caller's transaction, in the place of whatever was there.
@Component
class ResultWriter {

    private final EntityWriter entities;
    private final ClusterRepository clusters;
    private final MarkerTable markers;
    private final TermTable terms;
    private final JudgementTable judgements;
    private final CellBlocks cells;
    private final CellLabelTable cellLabels;
    private final JdbcClient jdbc;

    ResultWriter(
            EntityWriter entities,
            ClusterRepository clusters,
            MarkerTable markers,
            TermTable terms,
            JudgementTable judgements,
            CellBlocks cells,
            CellLabelTable cellLabels,
            JdbcClient jdbc) {
        this.entities = entities;
        this.clusters = clusters;
        this.markers = markers;
        this.terms = terms;
        this.judgements = judgements;
        this.cells = cells;
        this.cellLabels = cellLabels;
        this.jdbc = jdbc;
    }

    void replace(UUID job, JobResult result) {
        jdbc.sql("DELETE FROM cluster WHERE job_id = ?").param(job).update(); // cascades
        cellLabels.replace(job, result.cellLabels());
        cells.replace(job, result.cluster(), result.reason(), result.cellLabel());
        List<ClusterEntity> stored = result.clusters().stream()
                .map(record -> new ClusterEntity(job, record))
                .toList();
        entities.insertAll(stored);
        for (int i = 0; i < stored.size(); i++) {
            insertEvidence(stored.get(i).storedId(), result.clusters().get(i));
        }
    }

    void replace(UUID job, ClusterRecord record, String resultSha256) {
        int number = record.cluster().number();
        var cluster = clusters.findByJobIdAndNumber(job, number)
                .orElseThrow(() -> new NotFoundException("Job %s has no cluster %d".formatted(job, number)));
        long id = cluster.storedId();
        cluster.take(record);
        for (String table :
                List.of("cluster_marker", "enriched_term", "functional_program", "model_answer", "cluster_judgement")) {
            jdbc.sql("DELETE FROM " + table + " WHERE cluster_id = ?").param(id).update();
        }
        entities.flush();
        insertEvidence(id, record);
        jdbc.sql("UPDATE annotation_job SET result_sha256 = ?, version = version + 1 WHERE id = ?")
                .params(resultSha256, job)
                .update();
    }

    private void insertEvidence(long cluster, ClusterRecord record) {
        markers.insert(cluster, record.markers());
        terms.insert(cluster, record.terms());
        terms.insertPrograms(cluster, record.programs());
        if (record.judgement() != null) {
            judgements.insert(cluster, record.judgement());
        }
        if (record.model() != null) {
            entities.insert(new ModelAnswerEntity(cluster, record.model()));
        }
    }
}
