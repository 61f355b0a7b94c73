package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

@StoreTest
class AnnotationJobsIT {

    static final Problem FAILURE = new Problem("internal-error", "Internal error", "it broke", List.of());

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    Datasets datasets;

    UUID dataset;
    UUID job;

    @BeforeEach
    void queueOne() {
        dataset = Samples.newDataset(datasets, 6);
        job = Samples.newJob(jobs, dataset);
    }

    @Test
    void startsQueuedWithNothingDone() {
        var view = jobs.get(job);

        assertThat(view.state()).isEqualTo(JobState.QUEUED);
        assertThat(view.datasetId()).isEqualTo(dataset);
        assertThat(view.progress()).isZero();
        assertThat(view.createdAt()).isNotNull();
        assertThat(view.startedAt()).isNull();
        assertThat(view.clusters()).isNull();
        assertThat(view.parameters()).isEqualTo(JobParameters.NONE);
    }

    @Test
    void keepsParametersAsTheyWereGiven() {
        var parameters = new JobParameters(
                "liver",
                null,
                new JobParameters.QualityControl(10, 5, null),
                null,
                new JobParameters.Markers(20, 0.05, null),
                null,
                new JobParameters.LabelSpace(
                        JobParameters.LabelSpace.Mode.ALL,
                        List.of("T cell"),
                        null,
                        List.of(new JobParameters.MarkerSet("ü", "CL:1", List.of("ALB")))),
                null,
                new JobParameters.Inference(
                        true,
                        null,
                        JobParameters.Inference.Policy.GUARDED,
                        List.of(JobParameters.Inference.Evidence.MARKERS),
                        4096),
                null);
        var id = UUID.randomUUID();
        jobs.create(id, dataset, parameters, null);

        assertThat(jobs.get(id).parameters()).isEqualTo(parameters);
    }

    @Test
    void refusesAJobForAMissingDataset() {
        assertThatThrownBy(() -> Samples.newJob(jobs, UUID.randomUUID())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesNulInAParameter() {
        var parameters = new JobParameters("liver\0", null, null, null, null, null, null, null, null, null);

        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> jobs.create(UUID.randomUUID(), dataset, parameters, null))
                .satisfies(rejected -> {
                    assertThat(rejected.slug()).isEqualTo("invalid-parameters");
                    assertThat(rejected.violations().getFirst().field()).isEqualTo("parameters.tissue");
                });
    }

    @Test
    void reportsStageProgressAndTimings() {
        assertThat(jobs.start(job)).isEqualTo(1);
        jobs.took(job, JobStage.INGEST, 1.5);
        jobs.enter(job, JobStage.SPATIAL, 0.25);

        var view = jobs.get(job);
        assertThat(view.state()).isEqualTo(JobState.RUNNING);
        assertThat(view.stage()).isEqualTo(JobStage.SPATIAL);
        assertThat(view.progress()).isEqualTo(0.25);
        assertThat(view.startedAt()).isNotNull();
        assertThat(view.timings()).containsExactly(new StageTiming(JobStage.INGEST, 1.5));
    }

    @Test
    void failsAtTheFourthStartWithoutAnEnd() {
        assertThat(jobs.start(job)).isEqualTo(1);
        assertThat(jobs.start(job)).isEqualTo(2);
        assertThat(jobs.start(job)).isEqualTo(3);
        assertThat(jobs.start(job)).isZero();

        var view = jobs.get(job);
        assertThat(view.state()).isEqualTo(JobState.FAILED);
        assertThat(view.failure()).extracting(Problem::type).isEqualTo("repeatedly-interrupted");
    }

    @Test
    void doesNotCountAnOrderlyStop() {
        jobs.start(job);
        jobs.putBack(job);

        assertThat(jobs.get(job).state()).isEqualTo(JobState.QUEUED);
        assertThat(jobs.start(job)).isEqualTo(1);
    }

    @Test
    void endsAtMostOnce() {
        jobs.start(job);
        jobs.cancel(job);

        assertThat(jobs.isCancelled(job)).isTrue();
        assertThat(jobs.start(job)).isZero();
        assertThatThrownBy(() -> jobs.enter(job, JobStage.STORE, 0.9)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> jobs.cancel(job))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("CANCELLED");
        jobs.fail(job, FAILURE);
        jobs.putBack(job);
        assertThat(jobs.get(job).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void retriesOnlyWhatFailedOrWasCancelled() {
        assertThatThrownBy(() -> jobs.retry(job)).isInstanceOf(ConflictException.class);
        jobs.start(job);
        assertThatThrownBy(() -> jobs.retry(job)).isInstanceOf(ConflictException.class);
        jobs.fail(job, FAILURE);
        assertThat(jobs.get(job).failure()).isEqualTo(FAILURE);

        var again = jobs.retry(job);

        assertThat(again.id()).isEqualTo(job);
        assertThat(again.state()).isEqualTo(JobState.QUEUED);
        assertThat(again.failure()).isNull();
        assertThat(again.finishedAt()).isNull();
        assertThat(jobs.start(job)).isEqualTo(1);
    }

    @Test
    void answersNotFoundForAnUnknownJob() {
        var unknown = UUID.randomUUID();

        assertThatThrownBy(() -> jobs.get(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> jobs.cancel(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> jobs.retry(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> jobs.version(unknown)).isInstanceOf(NotFoundException.class);
        assertThat(jobs.start(unknown)).isZero();
        assertThat(jobs.isCancelled(unknown)).isTrue();
    }

    @Test
    void storesAFailureThatQuotesANul() {
        jobs.start(job);
        jobs.fail(
                job,
                new Problem(
                        "malformed-bundle",
                        "title",
                        "cell\0id",
                        List.of(new ProblemViolation("cells\0.csv", null, "\0", "mend it"))));

        var failure = Objects.requireNonNull(jobs.get(job).failure());
        assertThat(failure.detail()).isEqualTo("cell\uFFFDid");
        assertThat(failure.violations().getFirst().file()).isEqualTo("cells\uFFFD.csv");
    }

    @Test
    void countsTheVersionUpWithEveryChange() {
        String first = jobs.version(job);
        String ofDataset = datasets.version(dataset);
        jobs.start(job);

        assertThat(jobs.version(job)).isNotEqualTo(first);
        assertThat(datasets.version(dataset)).isNotEqualTo(ofDataset);
    }

    @Test
    void makesOneJobForOneKey() {
        var id = UUID.randomUUID();
        String key = "key-" + id;
        jobs.create(id, dataset, JobParameters.NONE, key);

        assertThat(jobs.byIdempotencyKey(key)).map(JobView::id).contains(id);
        assertThatThrownBy(() -> jobs.create(UUID.randomUUID(), dataset, JobParameters.NONE, key))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void listsByDatasetAndStateNewestFirst() {
        var second = Samples.newJob(jobs, dataset);
        jobs.start(job);

        assertThat(jobs.list(dataset, null, PageRequest.of(0, 10)))
                .extracting(JobView::id)
                .containsExactly(second, job);
        assertThat(jobs.list(dataset, JobState.RUNNING, PageRequest.of(0, 10)))
                .extracting(JobView::id)
                .containsExactly(job);
        assertThat(jobs.list(dataset, null, PageRequest.of(0, 1, Sort.by("createdAt"))))
                .extracting(JobView::id)
                .containsExactly(job);
        assertThat(jobs.unfinished()).contains(job, second);
        assertThat(jobs.running(List.of(job, second))).containsExactly(job);
    }

    @Test
    void refusesToSortByAnUnknownProperty() {
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> jobs.list(null, null, PageRequest.of(0, 1, Sort.by("dataset.secret"))))
                .satisfies(rejected -> {
                    assertThat(rejected.httpStatus()).isEqualTo(422);
                    assertThat(rejected.violations().getFirst().field()).isEqualTo("sort");
                });
    }
}
