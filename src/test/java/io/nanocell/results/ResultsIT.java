package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoreTest
class ResultsIT {

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    Datasets datasets;

    @Autowired
    JdbcClient jdbc;

    UUID dataset;
    UUID job;

    @BeforeEach
    void runOne() {
        dataset = Samples.newDataset(datasets, 6);
        job = Samples.newJob(jobs, dataset);
        jobs.start(job);
    }

    @Test
    void servesAJobAsItSucceeded() {
        var result = Samples.result(6);
        jobs.succeed(job, result);

        var view = jobs.get(job);
        assertThat(view.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(view.progress()).isEqualTo(1);
        assertThat(view.finishedAt()).isNotNull();
        assertThat(view.clusters()).isEqualTo(2);
        assertThat(view.quality()).isEqualTo(result.quality());
        assertThat(view.metrics()).isEqualTo(result.metrics());
        assertThat(view.provenance()).isEqualTo(result.provenance());
        assertThat(view.warnings()).isEqualTo(result.warnings());
        assertThat(view.resultSha256()).isEqualTo(Samples.SHA);
    }

    @Test
    void servesAClusterWithAllItsEvidence() {
        jobs.succeed(job, Samples.result(6));
        var given = Samples.cluster(1, "hepatocyte");

        var detail = jobs.cluster(job, 1, true);
        assertThat(detail.markers()).isEqualTo(given.markers());
        assertThat(detail.terms()).isEqualTo(given.terms());
        assertThat(detail.programs()).isEqualTo(given.programs());
        assertThat(detail.candidates()).isEqualTo(given.candidates());
        assertThat(detail.confidenceParts()).isEqualTo(given.cluster().confidenceParts());
        assertThat(detail.runnerUps()).isEqualTo(given.cluster().runnerUps());
        assertThat(detail.model()).extracting(ModelCall::prompt).isEqualTo("prompt\uFFFD with a NUL");
        assertThat(detail.model()).extracting(ModelCall::options).isEqualTo(Map.of("temperature", 0, "num_ctx", 4096));
        assertThat(detail.curations()).isEmpty();
        assertThat(jobs.clusters(job, PageRequest.of(0, 10)).getContent())
                .containsExactly(given.cluster(), Samples.unresolved(2).cluster());
    }

    @Test
    void namesOnlyTheTopMarkersUnlessAskedForAll() {
        jobs.succeed(job, Samples.result(6));

        assertThat(jobs.cluster(job, 1, false).markers())
                .extracting(MarkerView::gene)
                .containsExactly("KRT19", "ALB"); // as topMarkers has them, not as the panel
        assertThat(jobs.cluster(job, 1, true).markers())
                .extracting(MarkerView::gene)
                .containsExactly("ALB", "CD3E", "KRT19");
    }

    @Test
    void readsTheSameGenesInAllClusters() {
        var whole = Samples.result(6);
        jobs.succeed(
                job,
                new JobResult(
                        whole.quality(),
                        whole.metrics(),
                        whole.provenance(),
                        whole.warnings(),
                        List.of(Samples.cluster(2, "T cell"), Samples.cluster(1, "hepatocyte"), Samples.unresolved(3)),
                        whole.cluster(),
                        whole.reason(),
                        Samples.SHA));
        UUID other = Samples.newJob(jobs, dataset);
        jobs.start(other);
        jobs.succeed(other, whole);

        var genes = jobs.genes(job, List.of("KRT19", "ALB", "not on the panel"));
        assertThat(genes)
                .extracting(gene -> gene.cluster() + " " + gene.statistics().gene())
                .containsExactly("1 ALB", "1 KRT19", "2 ALB", "2 KRT19");
        assertThat(genes.getFirst().statistics())
                .isEqualTo(Samples.cluster(1, "hepatocyte").markers().getFirst());
        assertThat(genes.getLast().statistics().pctIn()).isNull();
        assertThat(jobs.genes(job, List.of())).isEmpty();
    }

    @Test
    void streamsCellsInSectionOrder() {
        jobs.succeed(job, Samples.result(6));
        List<CellRow> rows = new ArrayList<>();
        jobs.forEachCell(job, rows::add);

        assertThat(rows).hasSize(6);
        assertThat(rows.subList(0, 3))
                .containsExactly(
                        new CellRow("cell-0", 0, "TOO_FEW_GENES", null, 0f, 0f),
                        new CellRow("cell-1", 1, "NONE", Samples.CELL_LABELS.get(1), 10f, 0.5f),
                        new CellRow("cell-2", 2, "NONE", null, 20f, 1f));
        assertThat(rows.get(4).label()).isEqualTo(Samples.CELL_LABELS.get(0));
    }

    @Test
    void storesNothingForACancelledJob() {
        jobs.cancel(job);

        assertThatThrownBy(() -> jobs.succeed(job, Samples.result(6))).isInstanceOf(CancellationException.class);
        assertNothingStored(JobState.CANCELLED);
    }

    @Test
    void storesNothingWhenAPartIsRefused() {
        var whole = Samples.result(6);
        var sure = Samples.cluster(2, "Unresolved"); // says HIGH
        var broken = new JobResult(
                whole.quality(),
                whole.metrics(),
                whole.provenance(),
                whole.warnings(),
                List.of(whole.clusters().getFirst(), sure),
                whole.cluster(),
                whole.reason(),
                Samples.SHA);

        assertThatThrownBy(() -> jobs.succeed(job, broken)).isInstanceOf(DataIntegrityViolationException.class);
        assertNothingStored(JobState.RUNNING);
    }

    @Test
    void storesNothingWhenMarkersCannotBeCopied() {
        var whole = Samples.result(6);
        var cluster = whole.clusters().getFirst();
        var broken = new ClusterRecord(
                cluster.cluster(),
                List.of(new MarkerView("ALB", 1.0, 1.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)), // pctIn 1.5
                List.of(),
                List.of(),
                List.of(),
                null);
        var result = new JobResult(
                whole.quality(),
                whole.metrics(),
                whole.provenance(),
                whole.warnings(),
                List.of(broken),
                whole.cluster(),
                whole.reason(),
                Samples.SHA);

        assertThatThrownBy(() -> jobs.succeed(job, result)).isInstanceOf(DataIntegrityViolationException.class);
        assertNothingStored(JobState.RUNNING);
    }

    @Test
    void refusesAResultThatMissesCells() {
        assertThatThrownBy(() -> jobs.succeed(job, Samples.result(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 cells");
        assertNothingStored(JobState.RUNNING);
    }

    @Test
    void hasNoResultsBeforeTheEnd() {
        assertThatThrownBy(() -> jobs.clusters(job, PageRequest.of(0, 1)))
                .isInstanceOfSatisfying(
                        JobNotFinishedException.class,
                        unfinished -> assertThat(unfinished.state()).isEqualTo(JobState.RUNNING));
        assertThatThrownBy(() -> jobs.cluster(job, 1, false)).isInstanceOf(JobNotFinishedException.class);
        assertThatThrownBy(() -> jobs.genes(job, List.of("ALB"))).isInstanceOf(JobNotFinishedException.class);
        assertThatThrownBy(() -> jobs.forEachCell(job, _ -> {})).isInstanceOf(JobNotFinishedException.class);
    }

    @Test
    void curatorsNameClustersButChangeNoVerdict() {
        jobs.succeed(job, Samples.result(6));
        String before = jobs.version(job);
        jobs.curate(job, 2, "T cell", "CL:0000084", "CD3E is there", "ada");
        var detail = jobs.curate(job, 2, "NK cell", null, null, "bob");

        assertThat(detail.label()).isEqualTo("NK cell");
        assertThat(detail.cellOntologyId()).isNull();
        assertThat(detail.decidedBy()).isEqualTo("CURATOR");
        assertThat(detail.verdict()).isEqualTo("UNRESOLVED");
        assertThat(detail.confidence()).isEqualTo(0.2);
        assertThat(detail.curations()).extracting(CurationView::by).containsExactly("ada", "bob");
        assertThat(jobs.version(job)).isNotEqualTo(before);
        assertThat(jobs.clusters(job, PageRequest.of(0, 10, Sort.by("label"))).getContent())
                .extracting(ClusterView::label)
                .containsExactly("NK cell", "hepatocyte");
    }

    @Test
    void curationsAreAppendOnly() {
        jobs.succeed(job, Samples.result(6));
        jobs.curate(job, 1, "T cell", null, null, "ada");

        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE curation SET label = 'B cell'").update())
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> jobs.curate(job, 9, "T cell", null, null, "ada"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> jobs.curate(job, 1, "T\0cell", null, null, "ada"))
                .isInstanceOf(RequestRejected.class);
    }

    @Test
    void refusesToSortClustersByAnUnknownProperty() {
        jobs.succeed(job, Samples.result(6));

        assertThatThrownBy(() -> jobs.clusters(job, PageRequest.of(0, 1, Sort.by("secret"))))
                .isInstanceOf(RequestRejected.class);
        assertThat(jobs.clusters(job, PageRequest.of(1, 1, Sort.by(Sort.Direction.DESC, "confidence"))))
                .extracting(ClusterView::number)
                .containsExactly(2);
    }

    private void assertNothingStored(JobState state) {
        assertThat(jobs.get(job).state()).isEqualTo(state);
        for (String table : List.of("cluster", "cell_block")) {
            int rows = jdbc.sql("SELECT count(*) FROM " + table + " WHERE job_id = ?")
                    .param(job)
                    .query(Integer.class)
                    .single();
            assertThat(rows).as(table).isZero();
        }
    }
}
