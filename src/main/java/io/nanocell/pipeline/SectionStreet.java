package io.nanocell.pipeline;

import static io.nanocell.results.JobStage.CANDIDATES;
import static io.nanocell.results.JobStage.CONFIDENCE;
import static io.nanocell.results.JobStage.ENRICHMENT;
import static io.nanocell.results.JobStage.INFERENCE;
import static io.nanocell.results.JobStage.INGEST;
import static io.nanocell.results.JobStage.MARKERS;
import static io.nanocell.results.JobStage.SPATIAL;

import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.Enrichment;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.inference.WarmUp;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.ingest.XeniumReader;
import io.nanocell.numerics.Cancellation;
import io.nanocell.results.Notice;
import io.nanocell.spatial.SpatialClustering;
import io.nanocell.spatial.SpatialStage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The street: a bundle in, annotated clusters out. Read [#annotate] top to bottom, it is the method.
///
/// Plain and synchronous; it knows nothing of jobs, HTTP or the database.
@Component
class SectionStreet {

    private final Knowledge knowledge;
    private final Judgement judgement;

    SectionStreet(Knowledge knowledge, Judgement judgement) {
        this.knowledge = knowledge;
        this.judgement = judgement;
    }

    /// @throws io.nanocell.ingest.MalformedBundleException if the files do not hold or too little is left of them
    /// @throws java.util.concurrent.CancellationException if the run is no longer wanted
    AnnotatedSection run(XeniumBundle bundle, MethodParameters method, StageWatcher watcher) {
        try (WarmUp _ = warmUp(method)) {
            return annotate(bundle, method, watcher);
        }
    }

    private AnnotatedSection annotate(XeniumBundle bundle, MethodParameters method, StageWatcher watcher) {
        SpatialDataset dataset = watcher.stage(INGEST, () -> read(bundle, method));
        SpatialClustering clustering = watcher.stage(SPATIAL, () -> cluster(dataset, method));
        return annotate(dataset, clustering, method, watcher);
    }

    /// Everything after the domains.
    AnnotatedSection annotate(
            SpatialDataset dataset, SpatialClustering clustering, MethodParameters method, StageWatcher watcher) {
        var weighed = weigh(dataset, clustering, method, watcher);
        List<ClusterEvidence> clusters = weighed.evidence().clusters();
        var answers = watcher.stage(INFERENCE, () -> weighed.judged().ask(clusters, watcher));
        var annotated = watcher.stage(CONFIDENCE, () -> weighed.judged().annotate(clusters, answers.byCluster()));
        return new AnnotatedSection(
                dataset,
                clustering,
                annotated,
                weighed.evidence().cells(),
                answers.version(),
                notices(weighed, method, answers));
    }

    /// From known domains to what speaks for which label, in all of them: a type is recognised across domains.
    WeighedSection weigh(
            SpatialDataset dataset, SpatialClustering clustering, MethodParameters method, StageWatcher watcher) {
        List<ClusterMarkers> markers =
                watcher.stage(MARKERS, () -> method.markers().find(dataset, clustering));
        List<Enrichment> enrichments = watcher.stage(ENRICHMENT, () -> explain(markers, dataset.genes(), method));
        var judged = judgement.of(method, dataset.genes());
        var evidence = watcher.stage(CANDIDATES, () -> judged.evidence(dataset, clustering, markers, enrichments));
        return new WeighedSection(dataset, clustering, judged, evidence);
    }

    /// @return what the reader of the result should know
    List<Notice> notices(WeighedSection weighed, MethodParameters method, ModelAnswers answers) {
        SpatialDataset dataset = weighed.dataset();
        List<Notice> notices = new ArrayList<>(knowledge.of(method.species()).notices());
        notices.addAll(weighed.judged().notices());
        dataset.notices().forEach(n -> notices.add(new Notice(n.code(), n.message())));
        MarkerStage.notices(dataset).forEach(n -> notices.add(new Notice(n.code(), n.message())));
        notices.addAll(answers.notices());
        return notices.stream().distinct().toList();
    }

    /// Loads the model beside the stages before it; nothing where none is asked.
    WarmUp warmUp(MethodParameters method) {
        return judgement.warmUp(method);
    }

    /// @throws io.nanocell.ingest.MalformedBundleException if the files do not hold or too little is left of them
    SpatialDataset read(XeniumBundle bundle, MethodParameters method) {
        SpatialDataset dataset = method.cellFilter()
                .apply(
                        XeniumReader.read(bundle),
                        knowledge.of(method.species()).types().symbols());
        dataset.requireEnough(method.hsnmf().rank());
        return dataset;
    }

    /// Clusters that were brought along take the place of domains of our own.
    private static SpatialClustering cluster(SpatialDataset dataset, MethodParameters method) {
        List<@Nullable String> groups = dataset.section().groups();
        if (groups == null) {
            return new SpatialStage(method.hsnmf()).cluster(dataset);
        }
        List<@Nullable String> ofKept = new ArrayList<>(dataset.cells());
        for (int cell : dataset.keptCells()) {
            ofKept.add(groups.get(cell));
        }
        return SpatialStage.ofGroups(dataset, ofKept, method.hsnmf().minClusterSize());
    }

    private List<Enrichment> explain(List<ClusterMarkers> markers, List<String> population, MethodParameters method) {
        var panel = method.enrichment().on(knowledge.of(method.species()).go(), population);
        List<Enrichment> enrichments = new ArrayList<>();
        for (ClusterMarkers cluster : markers) {
            Cancellation.check();
            enrichments.add(panel.explain(cluster));
        }
        return enrichments;
    }
}
