package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoreTest
class ReannotationsIT {

    private static final int CELLS = 70_000; // two blocks
    private static final String AFTER = "f".repeat(64);
    private static final CellLabel KUPFFER = new CellLabel("Kupffer cell", "CL:0000091", "myeloid");

    @Autowired
    Reannotations reannotations;

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    Datasets datasets;

    @Autowired
    JdbcClient jdbc;

    UUID dataset;
    UUID job;

    @BeforeEach
    void succeedOne() {
        dataset = Samples.newDataset(datasets, CELLS);
        job = Samples.newJob(jobs, dataset);
        jobs.start(job);
        jobs.succeed(job, Samples.result(CELLS));
    }

    private UUID queued(int cluster) {
        return reannotations
                .create(UUID.randomUUID(), job, cluster, JobParameters.NONE)
                .id();
    }

    private UUID running(int cluster) {
        UUID id = queued(cluster);
        assertThat(reannotations.start(id)).contains(new Reannotations.Begun(job, cluster, JobParameters.NONE));
        return id;
    }

    /// Every cell of cluster 2 is called a Kupffer cell, the tenth of each ten a hepatocyte.
    private static ReannotationResult result(String basedOn) {
        short[] label = new short[CELLS];
        for (int i = 0; i < CELLS; i++) {
            label[i] = (short) (i % 10 == 9 ? 2 : 1);
        }
        return new ReannotationResult(
                Samples.cluster(2, "Kupffer cell"),
                List.of(KUPFFER, Samples.CELL_LABELS.getFirst()),
                label,
                new Provenance("0.1.0", List.of(), null, List.of(), List.of()),
                List.of(new Notice("NO_TISSUE", "no tissue given")),
                basedOn,
                AFTER);
    }

    private List<CellRow> cells() {
        List<CellRow> cells = new ArrayList<>();
        jobs.forEachCell(job, cells::add);
        return cells;
    }

    @Test
    void startsQueuedWithTheMachinesAnswerBefore() {
        jobs.curate(job, 2, "T cell", null, null, "ada");
        var view = reannotations.get(job, 2, queued(2));

        assertThat(view.state()).isEqualTo(JobState.QUEUED);
        assertThat(view.before()).isEqualTo(new ClusterAnswer("Unresolved", null, "UNRESOLVED", 0.2, "EVIDENCE"));
        assertThat(view.after()).isNull();
        assertThat(view.startedAt()).isNull();
        assertThat(reannotations.unfinished()).contains(view.id());
        assertThat(reannotations.of(job, 2)).containsExactly(view);
        assertThat(reannotations.of(job, 1)).isEmpty();
        assertThatThrownBy(() -> reannotations.get(job, 1, view.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void replacesOneClusterAndItsCellsAndNothingElse() {
        jobs.curate(job, 2, "T cell", null, null, "ada");
        List<CellRow> before = cells();
        ClusterDetail other = jobs.cluster(job, 1, true);
        String version = jobs.version(job);
        UUID id = running(2);

        reannotations.succeed(id, result(Samples.SHA));

        ClusterDetail detail = jobs.cluster(job, 2, true);
        assertThat(detail.reannotated()).isEqualTo(id);
        assertThat(detail.label()).isEqualTo("T cell");
        assertThat(detail.decidedBy()).isEqualTo("CURATOR");
        assertThat(detail.verdict()).isEqualTo("HIGH");
        assertThat(detail.candidates()).hasSize(2);
        assertThat(detail.markers()).hasSize(3);
        assertThat(detail.composition()).hasSize(2);
        assertThat(jobs.cluster(job, 1, true)).isEqualTo(other);
        assertThat(other.reannotated()).isNull();
        List<CellRow> after = cells();
        for (int i = 0; i < CELLS; i++) {
            if (before.get(i).cluster() == 2) {
                assertThat(after.get(i).label()).isEqualTo(i % 10 == 9 ? Samples.CELL_LABELS.getFirst() : KUPFFER);
            } else {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        JobView view = jobs.get(job);
        assertThat(view.resultSha256()).isEqualTo(AFTER);
        assertThat(jobs.version(job)).isNotEqualTo(version);
        assertThat(view.warnings()).extracting(Notice::code).containsExactly("NO_TISSUE", "REANNOTATED");
        assertThat(view.warnings().getLast().message())
                .contains("Cluster 2", "/api/v1/annotation-jobs/" + job + "/clusters/2/reannotations");
        var ended = reannotations.get(job, 2, id);
        assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ended.after()).isEqualTo(new ClusterAnswer("Kupffer cell", "CL:0000182", "HIGH", 0.91, "MODEL"));
        assertThat(ended.finishedAt()).isNotNull();
        assertThat(ended.provenance()).isNotNull();
        assertThat(ended.warnings()).hasSize(1);
    }

    @Test
    void theSecondTimeWarnsNoMoreAndNeedsNoNewLabels() {
        reannotations.succeed(running(2), result(Samples.SHA));
        UUID second = running(2);
        reannotations.succeed(second, result(AFTER));

        assertThat(jobs.get(job).warnings()).hasSize(2);
        assertThat(jobs.cluster(job, 2, false).reannotated()).isEqualTo(second);
        assertThat(reannotations.of(job, 2)).extracting(ReannotationView::id).startsWith(second);
        assertThat(jdbc.sql("SELECT count(*) FROM cell_label WHERE job_id = ?")
                        .param(job)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void storesNothingOnceItHasEndedOrTheResultsAreOthers() {
        UUID id = running(2);
        assertThatThrownBy(() -> reannotations.succeed(id, result(AFTER))).isInstanceOf(IllegalStateException.class);
        reannotations.fail(id, AnnotationJobsIT.FAILURE);
        assertThatThrownBy(() -> reannotations.succeed(id, result(Samples.SHA)))
                .isInstanceOf(CancellationException.class);

        assertThat(jobs.get(job).resultSha256()).isEqualTo(Samples.SHA);
        assertThat(jobs.cluster(job, 2, false).label()).isEqualTo("Unresolved");
        assertThat(jobs.cluster(job, 2, false).reannotated()).isNull();
        assertThat(jobs.get(job).warnings()).hasSize(1);
        assertThat(reannotations.get(job, 2, id).failure()).isEqualTo(AnnotationJobsIT.FAILURE);
    }

    @Test
    void ofAJobOneAtATime() {
        UUID first = queued(2);
        assertThatThrownBy(() -> queued(1))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(first + " of cluster 2")
                .hasMessageContaining("QUEUED");
        reannotations.start(first);
        assertThatThrownBy(() -> reannotations.requireReannotable(job, 1))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("RUNNING");
        reannotations.fail(first, AnnotationJobsIT.FAILURE);
        assertThat(queued(1)).isNotNull();
    }

    @Test
    void ofTwoAtTheSameMomentOneIsRefused() {
        var both =
                List.of(CompletableFuture.supplyAsync(() -> queued(1)), CompletableFuture.supplyAsync(() -> queued(2)));
        List<Throwable> refused = new ArrayList<>();
        for (var each : both) {
            try {
                each.join();
            } catch (CompletionException e) {
                refused.add(e.getCause());
            }
        }
        assertThat(refused).singleElement().isInstanceOf(ConflictException.class);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> queued(3)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reannotations.requireReannotable(UUID.randomUUID(), 1))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reannotations.of(job, 3)).isInstanceOf(NotFoundException.class);
        job = Samples.newJob(jobs, dataset);
        assertThatThrownBy(() -> queued(1)).isInstanceOf(JobNotFinishedException.class);
        assertThatThrownBy(() -> reannotations.of(job, 1)).isInstanceOf(JobNotFinishedException.class);
    }

    @Test
    void refusesAClusterThatIsTooSmall() {
        jdbc.sql(
                        "UPDATE cluster SET verdict = 'NOT_ASSESSED', label = NULL, cl_id = NULL WHERE job_id = ? AND number = 2")
                .param(job)
                .update();
        assertThatThrownBy(() -> queued(2))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("too few")
                .hasMessageContaining("minClusterSize");
    }

    @Test
    void theDatasetStaysWhileOneRuns() {
        UUID id = running(2);
        assertThatThrownBy(() -> datasets.delete(dataset))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("annotated again");
        reannotations.putBack(id);
        assertThat(reannotations.state(id)).contains(JobState.QUEUED);

        datasets.delete(dataset);

        assertThat(reannotations.state(id)).isEmpty();
        assertThat(reannotations.start(id)).isEmpty();
    }

    @Test
    void failsAtTheFourthStartWithoutAnEnd() {
        UUID id = running(2);
        assertThat(reannotations.start(id)).isPresent();
        assertThat(reannotations.start(id)).isPresent();
        assertThat(reannotations.start(id)).isEmpty();

        var view = reannotations.get(job, 2, id);
        assertThat(view.state()).isEqualTo(JobState.FAILED);
        assertThat(view.failure()).extracting(Problem::type).isEqualTo("repeatedly-interrupted");
    }

    @Test
    void domainsAreThoseOfTheJob() {
        jobs.curate(job, 1, "T cell", null, null, "ada");
        StoredDomains domains = reannotations.domains(job);
        JobResult stored = Samples.result(CELLS);

        assertThat(domains.cluster()).isEqualTo(stored.cluster());
        assertThat(domains.reason()).isEqualTo(stored.reason());
        assertThat(domains.clusters()).extracting(c -> c.cluster().label()).containsExactly("hepatocyte", "Unresolved");
        assertThat(domains.clusters().getFirst().candidates()).hasSize(2);
    }
}
