package io.nanocell.pipeline;

import static io.nanocell.results.JobStage.CONFIDENCE;
import static io.nanocell.results.JobStage.INFERENCE;
import static io.nanocell.results.JobStage.INGEST;
import static java.util.Objects.requireNonNull;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.WarmUp;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.numerics.Cancellation;
import io.nanocell.pipeline.queue.RunWork;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.CellLabel;
import io.nanocell.results.ClusterRecord;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobStage;
import io.nanocell.results.JobView;
import io.nanocell.results.Provenance;
import io.nanocell.results.ReannotationResult;
import io.nanocell.results.Reannotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Annotates one cluster of a finished job again: the street from its stored domains on, where one cluster is
/// asked about and named. Markers and evidence are computed of all, as they need one another.
@Service
class ReannotationRun implements RunWork<Reannotations.Begun> {

    private final SectionStreet street;
    private final StoredBundles bundles;
    private final Datasets datasets;
    private final AnnotationJobs jobs;
    private final Reannotations reannotations;
    private final Knowledge knowledge;
    private final String version;

    ReannotationRun(
            SectionStreet street,
            StoredBundles bundles,
            Datasets datasets,
            AnnotationJobs jobs,
            Reannotations reannotations,
            Knowledge knowledge,
            @Value("${spring.application.version}") String version) {
        this.street = street;
        this.bundles = bundles;
        this.datasets = datasets;
        this.jobs = jobs;
        this.reannotations = reannotations;
        this.knowledge = knowledge;
        this.version = version;
    }

    @Override
    public void run(UUID id, Reannotations.Begun begun) {
        JobView job = jobs.get(begun.jobId());
        DatasetView dataset = datasets.get(job.datasetId());
        var method = MethodParameters.of(begun.parameters(), dataset);
        try (WarmUp _ = street.warmUp(method)) {
            reannotations.succeed(id, annotate(job, dataset, begun.cluster(), method));
        } catch (MalformedBundleException cause) { // the caller's data: say what is wrong with it
            throw Rejections.of(cause);
        }
    }

    private ReannotationResult annotate(JobView job, DatasetView dataset, int number, MethodParameters method) {
        var watcher = new Watcher();
        var section = watcher.stage(INGEST, () -> street.read(bundles.of(dataset.id()), method));
        var domains = RestoredDomains.of(section, reannotations.domains(job.id()));
        var weighed = street.weigh(section, domains.clustering(), method, watcher);
        List<ClusterEvidence> one = List.of(weighed.evidence().clusters().get(number - 1));
        var answers = watcher.stage(INFERENCE, () -> weighed.judged().ask(one, watcher));
        AnnotatedCluster annotated = watcher.stage(
                        CONFIDENCE, () -> weighed.judged().annotate(one, answers.byCluster()))
                .getFirst();

        int[] cells = domains.cells(number);
        var calls = CellCalls.of(
                        section,
                        domains.clustering(),
                        weighed.evidence().cells(),
                        called(domains.called(), number, annotated))
                .only(cells);
        ClusterRecord cluster = ResultRecords.cluster(annotated, cells.length, calls.composition(number));
        String before = requireNonNull(job.resultSha256());
        return new ReannotationResult(
                cluster,
                calls.labels(),
                calls.labelOfCell(),
                provenance(job, answers),
                street.notices(weighed, method, answers),
                before,
                ResultDigest.after(before, cluster, cells, calls));
    }

    /// What is at home in another domain is called there as that one is stored.
    private static List<Optional<CellLabel>> called(
            List<Optional<CellLabel>> stored, int number, AnnotatedCluster annotated) {
        List<Optional<CellLabel>> called = new ArrayList<>(stored);
        called.set(number - 1, CellCalls.called(annotated));
        return called;
    }

    private Provenance provenance(JobView job, ModelAnswers answers) {
        return new Provenance(
                version,
                knowledge.versions(),
                answers.version(),
                requireNonNull(job.provenance()).inputs(),
                knowledge.leftOut());
    }

    /// A run is bounded by the time budget of one question and tells no progress.
    private static final class Watcher implements StageWatcher {

        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            Cancellation.check();
            return work.get();
        }
    }
}
