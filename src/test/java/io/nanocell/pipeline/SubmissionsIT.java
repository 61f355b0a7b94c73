package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nanocell.pipeline.queue.QueueForTests;
import io.nanocell.pipeline.queue.ScriptedRunner;
import io.nanocell.pipeline.storage.BundleStore;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ConflictException;
import io.nanocell.results.DataDirectory;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import io.nanocell.results.FileView;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.Notice;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.SharedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = SubmissionsIT.Intake.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "nanocell.import-root=${java.io.tmpdir}")
@ContextConfiguration(initializers = SharedPostgres.class)
class SubmissionsIT {

    static final DatasetRequest PLAIN = request(null, false);

    @ComponentScan(basePackageClasses = BundleStore.class)
    @Import({
        QueueForTests.class,
        Submissions.class,
        DatasetIntake.class,
        JobIntake.class,
        StoredBundles.class,
        MemoryGuard.class,
        ScriptedInspector.class,
        ScriptedCheck.class
    })
    static class Intake {}

    @Autowired
    Submissions submissions;

    @Autowired
    BundleStore store;

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    Datasets datasets;

    @Autowired
    DataDirectory data;

    @Autowired
    ScriptedRunner runner;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsAnUploadUnderNamesOfItsOwn() throws IOException {
        var dataset = upload("cells 5", request("Homo sapiens", false), "../../evil.zip");

        assertThat(dataset.cells()).isEqualTo(5);
        assertThat(dataset.name()).isEqualTo("../../evil");
        assertThat(dataset.species()).isEqualTo("human");
        assertThat(dataset.files()).extracting(FileView::name).containsExactly("../../evil.zip");
        assertThat(dataset.annotationJob()).isNull();
        var file = store.open(datasets.files(dataset.id())).getFirst();
        assertThat(file.file()).isEqualTo(data.root().resolve("datasets/" + dataset.id() + "/00-matrix"));
        assertThat(file.file()).hasContent("cells 5");
        assertThat(incoming()).isEmpty();
    }

    @Test
    void namesADatasetByItsContent() throws IOException {
        var one = upload("cells 5", PLAIN, "a.zip");
        var same = upload("cells 5", PLAIN, "b.zip");
        var other = upload("cells 6", PLAIN, "a.zip");

        assertThat(one.sha256()).isEqualTo(same.sha256()).isNotEqualTo(other.sha256());
        assertThat(one.files().getFirst().sha256()) // printf 'cells 5' | sha256sum
                .isEqualTo("4cd3b1291b313b04d381b866c776125eaa93bd15fd2e9730db8329a88c1fddea");
        assertThat(one.sha256()) // printf 'matrix <the sum above>\\n' | sha256sum
                .isEqualTo("4300eda9d01f05bbd640686aff50747732bb1f79af5101565891f2131a53dd1d");
    }

    @Test
    void queuesAJobWithTheUpload() throws IOException {
        var dataset = upload("cells 6", request(null, true), "a.zip");

        var link = Objects.requireNonNull(dataset.annotationJob());
        awaitState(link.id(), JobState.SUCCEEDED);
    }

    @Test
    void leavesNothingOfABadBundle() throws IOException {
        assertLeavesNothing("rubbish", request(null, true), "malformed-bundle");
    }

    @Test
    void leavesNothingWhenAParameterIsBad() throws IOException {
        assertLeavesNothing("cells 5", request(null, "moon", true), "invalid-parameters");
    }

    @Test
    void leavesNothingWhenTheSpeciesContradictsTheGenes() throws IOException {
        assertLeavesNothing("mouse 5", request("human", true), "species-mismatch");
    }

    @Test
    void leavesNothingWhenANameCannotBeStored() throws IOException {
        assertLeavesNothing("cells 5", request(null, "liver\0", true), "invalid-parameters");
    }

    @Test
    void keepsADatasetThatCannotBeAnnotated() throws IOException {
        var dataset = upload("few 5", request(null, true), "a.zip");

        assertThat(dataset.annotationJob()).isNull();
        assertThat(dataset.warnings()).extracting(Notice::code).containsExactly("TOO_FEW_CELLS");
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> submissions.annotate(dataset.id(), JobParameters.NONE, null))
                .satisfies(rejected -> {
                    assertThat(rejected.slug()).isEqualTo("too-few-cells");
                    assertThat(rejected.httpStatus()).isEqualTo(422);
                });
    }

    @Test
    void refusesAJobThatNeedsMoreMemoryThanThereIs() throws IOException {
        assertLeavesNothing("huge 5", request(null, true), "too-large");

        var dataset = upload("huge 5", request(null, false), "a.zip"); // without a job it is kept

        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> submissions.annotate(dataset.id(), JobParameters.NONE, null))
                .satisfies(rejected -> {
                    assertThat(rejected.slug()).isEqualTo("too-large");
                    assertThat(rejected.violations().getFirst().remedy()).contains("-Xmx");
                });
        assertThat(datasets.get(dataset.id()).annotationJob()).isNull();
    }

    @Test
    void refusesAnUploadTheDiskCannotHold() throws IOException {
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> submissions.spoolFolder(Long.MAX_VALUE / 2))
                .satisfies(rejected -> {
                    assertThat(rejected.slug()).isEqualTo("insufficient-storage");
                    assertThat(rejected.httpStatus()).isEqualTo(507);
                });
        assertThat(incoming()).isEmpty();
    }

    @Test
    void refusesFilesThatWereNotSpooled() throws IOException {
        Path elsewhere = Files.createTempFile("elsewhere", ".zip");

        assertThatThrownBy(() -> submissions.upload(List.of(new UploadedFile("bundle", "a.zip", elsewhere)), PLAIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> submissions.discard(data.root())).isInstanceOf(IllegalArgumentException.class);
        assertThat(elsewhere).exists();
        Files.delete(elsewhere);
    }

    @Test
    void answersTheSameRequestWithTheSameJob() throws IOException {
        var dataset = upload("cells 5", PLAIN, "a.zip").id();
        String key = UUID.randomUUID().toString();
        var first = submissions.annotate(dataset, JobParameters.NONE, key);
        var again = submissions.annotate(dataset, JobParameters.NONE, key);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.parameters().markers()).isEqualTo(new JobParameters.Markers(20, 0.05, 0.05));
        var other = new JobParameters("liver", null, null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> submissions.annotate(dataset, other, key)).isInstanceOf(ConflictException.class);
        assertThat(jobs.list(dataset, null, Pageable.ofSize(10))).hasSize(1);
    }

    @Test
    void makesOneJobOfTheSameRequestsAtTheSameMoment() throws Exception {
        var dataset = upload("cells 5", PLAIN, "a.zip").id();
        String key = UUID.randomUUID().toString();
        var barrier = new CyclicBarrier(4);
        List<UUID> ids = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(4)) {
            List<Future<UUID>> answers = callers.invokeAll(Collections.nCopies(4, () -> {
                barrier.await();
                return submissions.annotate(dataset, JobParameters.NONE, key).id();
            }));
            for (Future<UUID> answer : answers) {
                ids.add(answer.get());
            }
        }

        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(jobs.list(dataset, null, Pageable.ofSize(10))).hasSize(1);
    }

    @Test
    void cancelsAndRetriesUnderTheSameId() throws IOException {
        var dataset = upload("cells 5", PLAIN, "a.zip").id();
        awaitIdleQueue(); // else a job that another test left would be the one that works for ever
        runner.usual = runner::workForEver;
        var job = submissions.annotate(dataset, JobParameters.NONE, null).id();
        awaitState(job, JobState.RUNNING);
        submissions.cancel(job);
        runner.usual = runner::succeed;

        assertThat(submissions.retry(job).id()).isEqualTo(job);
        awaitState(job, JobState.SUCCEEDED);
        assertThatThrownBy(() -> submissions.retry(job)).isInstanceOf(ConflictException.class);
    }

    @Test
    void deletesRowsAndFiles() throws IOException {
        var dataset = upload("cells 5", PLAIN, "a.zip").id();
        submissions.delete(dataset);

        assertThat(data.root().resolve("datasets/" + dataset)).doesNotExist();
        assertThatThrownBy(() -> datasets.get(dataset)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> submissions.delete(dataset)).isInstanceOf(NotFoundException.class);
        assertThat(data.root().resolve("intents")).isEmptyDirectory();
    }

    @Test
    void keepsTheFilesOfADatasetThatIsInUse() throws IOException {
        var dataset = upload("cells 5", PLAIN, "a.zip").id();
        var job = UUID.randomUUID();
        jobs.create(job, dataset, JobParameters.NONE, null);
        jobs.start(job);

        assertThatThrownBy(() -> submissions.delete(dataset)).isInstanceOf(ConflictException.class);
        assertThat(data.root().resolve("datasets/" + dataset)).isNotEmptyDirectory();
        jobs.cancel(job);
    }

    @Test
    void importsAFolderWithoutCopyingIt() throws IOException {
        Path folder = Files.createTempDirectory("nanocell-import");
        Path file = Files.writeString(folder.resolve("matrix.txt"), "cells 4");
        var dataset = submissions.importFolder(folder.getFileName().toString(), PLAIN);

        assertThat(dataset.cells()).isEqualTo(4);
        assertThat(dataset.name()).isEqualTo(folder.getFileName().toString());
        assertThat(store.open(datasets.files(dataset.id())).getFirst().file()).isEqualTo(file.toRealPath());
        Files.writeString(file, "cells 5");
        assertThatThrownBy(() -> store.open(datasets.files(dataset.id())))
                .isInstanceOf(RequestRejected.class)
                .hasMessageContaining("changed");
        submissions.delete(dataset.id());
        assertThat(file).exists();
    }

    private void awaitIdleQueue() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM scheduled_tasks")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private void awaitState(UUID job, JobState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> jobs.get(job).state() == state);
    }

    private DatasetView upload(String content, DatasetRequest request, String clientName) throws IOException {
        Path folder = submissions.spoolFolder();
        Path file = Files.writeString(folder.resolve("part-0"), content);
        return submissions.upload(List.of(new UploadedFile("bundle", clientName, file)), request);
    }

    private void assertLeavesNothing(String content, DatasetRequest request, String slug) throws IOException {
        List<Path> before = List.of(kept());
        int rows = rows();

        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> upload(content, request, "a.zip"))
                .satisfies(rejected -> assertThat(rejected.slug()).isEqualTo(slug));

        assertThat(incoming()).isEmpty();
        assertThat(kept()).containsExactlyElementsOf(before);
        assertThat(rows()).isEqualTo(rows);
        assertThat(data.root().resolve("intents")).isEmptyDirectory();
    }

    private int rows() {
        return jdbc.sql("SELECT (SELECT count(*) FROM dataset) + (SELECT count(*) FROM annotation_job)")
                .query(Integer.class)
                .single();
    }

    private Path[] kept() throws IOException {
        return list("datasets");
    }

    private Path[] incoming() throws IOException {
        return list("incoming");
    }

    private Path[] list(String folder) throws IOException {
        try (var entries = Files.list(data.root().resolve(folder))) {
            return entries.sorted().toArray(Path[]::new);
        }
    }

    private static DatasetRequest request(@Nullable String species, boolean annotate) {
        return request(species, null, annotate);
    }

    private static DatasetRequest request(@Nullable String species, @Nullable String tissue, boolean annotate) {
        return new DatasetRequest(null, tissue, species, null, annotate, JobParameters.NONE);
    }
}
