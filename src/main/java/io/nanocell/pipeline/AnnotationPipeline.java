package io.nanocell.pipeline;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.numerics.Cancellation;
import io.nanocell.pipeline.queue.JobRunner;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterRecord;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import io.nanocell.results.InputFile;
import io.nanocell.results.JobMetrics;
import io.nanocell.results.JobQuality;
import io.nanocell.results.JobResult;
import io.nanocell.results.JobStage;
import io.nanocell.results.JobView;
import io.nanocell.results.Provenance;
import io.nanocell.spatial.GraphTooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Takes one job from its bundle to stored annotations: runs the street, tells how far it is, stores what came out.
@Service
class AnnotationPipeline implements JobRunner {

    private final SectionStreet street;
    private final StoredBundles bundles;
    private final Datasets datasets;
    private final AnnotationJobs jobs;
    private final Knowledge knowledge;
    private final String version;

    AnnotationPipeline(
            SectionStreet street,
            StoredBundles bundles,
            Datasets datasets,
            AnnotationJobs jobs,
            Knowledge knowledge,
            @Value("${spring.application.version}") String version) {
        this.street = street;
        this.bundles = bundles;
        this.datasets = datasets;
        this.jobs = jobs;
        this.knowledge = knowledge;
        this.version = version;
    }

    @Override
    public void run(UUID id) {
        JobView job = jobs.get(id);
        DatasetView dataset = datasets.get(job.datasetId());
        var method = MethodParameters.of(job.parameters(), dataset);
        var watcher = new JobProgress(id);
        try {
            XeniumBundle bundle = bundles.of(dataset.id());
            AnnotatedSection section = street.run(bundle, method, watcher);
            watcher.stage(JobStage.STORE, () -> {
                jobs.succeed(id, result(section, dataset));
                return section;
            });
        } catch (MalformedBundleException cause) { // the caller's data: say what is wrong with it
            throw Rejections.of(cause);
        } catch (GraphTooLargeException cause) {
            throw Rejections.of(cause, method.hsnmf().radius());
        }
    }

    private JobResult result(AnnotatedSection section, DatasetView dataset) {
        var cells = CellAssignment.of(section.dataset(), section.clustering());
        var calls = CellCalls.of(section);
        List<ClusterRecord> clusters = clusters(section, cells, calls);
        JobQuality quality = ResultRecords.quality(section.dataset().quality());
        JobMetrics metrics = section.clustering().metrics() == null
                ? null
                : ResultRecords.metrics(section.clustering().metrics());
        return new JobResult(
                quality,
                metrics,
                provenance(section, dataset),
                section.notices(),
                clusters,
                cells.cluster(),
                cells.reason(),
                calls.labels(),
                calls.labelOfCell(),
                ResultDigest.of(quality, metrics, clusters, cells, calls));
    }

    private static List<ClusterRecord> clusters(AnnotatedSection section, CellAssignment cells, CellCalls calls) {
        List<String> small = section.clustering().smallNames();
        int assessed = section.clustering().clusters();
        int[] sizes = cells.sizes(assessed + small.size());
        List<ClusterRecord> clusters = new ArrayList<>();
        section.clusters()
                .forEach(c -> clusters.add(ResultRecords.cluster(
                        c,
                        sizes[c.evidence().number()],
                        calls.composition(c.evidence().number()))));
        for (int i = 0; i < small.size(); i++) {
            int number = assessed + 1 + i;
            clusters.add(ResultRecords.notAssessed(number, small.get(i), sizes[number]));
        }
        return clusters;
    }

    private Provenance provenance(AnnotatedSection section, DatasetView dataset) {
        return new Provenance(
                version,
                knowledge.versions(),
                section.model(),
                dataset.files().stream()
                        .map(f -> new InputFile(f.name(), f.sha256()))
                        .toList(),
                knowledge.leftOut());
    }

    /// Stores which stage a job is in, how far, and how long each took.
    private final class JobProgress implements StageWatcher {

        private final UUID id;

        JobProgress(UUID id) {
            this.id = id;
        }

        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            Cancellation.check();
            jobs.enter(id, stage, StageShare.before(stage));
            long start = System.nanoTime();
            T output = work.get();
            if (stage != JobStage.STORE) { // the end is stored together with the results
                jobs.took(id, stage, (System.nanoTime() - start) / 1e9);
            }
            return output;
        }

        @Override
        public void progress(double share) {
            jobs.enter(id, JobStage.INFERENCE, StageShare.withinInference(share));
        }
    }
}
