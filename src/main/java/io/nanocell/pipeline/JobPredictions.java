package io.nanocell.pipeline;

import io.nanocell.evaluation.Prediction;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.CellLabel;
import io.nanocell.results.ClusterView;
import io.nanocell.results.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/// The labels of a finished job as predictions. A curator's label counts, without the confidence, which is the
/// machine's.
final class JobPredictions {

    private static final Prediction NOT_ASSESSED = Prediction.none("not assessed");

    private final AnnotationJobs jobs;
    private final UUID job;
    private final List<ClusterView> clusters;
    private final Map<Integer, Prediction> byNumber = new HashMap<>();
    private final Map<OwnType, Prediction> ownTypes = new HashMap<>();

    private record OwnType(int cluster, CellLabel label) {}

    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    JobPredictions(AnnotationJobs jobs, UUID job) {
        this.jobs = jobs;
        this.job = job;
        this.clusters = jobs.clusters(job, Pageable.unpaged(Sort.by("number"))).getContent();
        clusters.forEach(cluster -> byNumber.put(cluster.number(), prediction(cluster)));
    }

    private static Prediction prediction(ClusterView cluster) {
        List<Prediction.Alternative> others = new ArrayList<>();
        cluster.runnerUps().forEach(r -> others.add(new Prediction.Alternative(r.cellOntologyId(), r.confidence())));
        String id = Integer.toString(cluster.number());
        if (isCurated(cluster)) {
            return new Prediction(id, true, cluster.cellOntologyId(), null, others);
        }
        boolean called = cluster.verdict().equals("HIGH") || cluster.verdict().equals("MODERATE");
        return called
                ? new Prediction(id, true, cluster.cellOntologyId(), cluster.confidence(), others)
                : new Prediction(id, false, null, null, others);
    }

    private static boolean isCurated(ClusterView cluster) {
        return cluster.decidedBy().equals("CURATOR");
    }

    /// @return predictions by the clusters' numbers, and by their names where those are no number of a cluster
    Map<String, Prediction> byNumberAndName() {
        Map<String, Prediction> found = new HashMap<>();
        clusters.forEach(cluster -> found.put(cluster.name(), byNumber.get(cluster.number())));
        byNumber.forEach((number, prediction) -> found.put(Integer.toString(number), prediction));
        return found;
    }

    /// Streams the job's cells with their predictions, in the section's order.
    ///
    /// @param own whether a cell's own type counts before its cluster's label
    void forEachCell(boolean own, BiConsumer<String, Prediction> consumer) {
        jobs.forEachCell(job, cell -> {
            Prediction ofCluster = byNumber.getOrDefault(cell.cluster(), NOT_ASSESSED);
            CellLabel label = own ? cell.label() : null;
            consumer.accept(cell.cellId(), label == null ? ofCluster : ofCell(cell.cluster(), label, ofCluster));
        });
    }

    /// The cluster's confidence is of its own label only. Cells of one cluster and type share their prediction.
    private Prediction ofCell(int cluster, CellLabel label, Prediction ofCluster) {
        return ownTypes.computeIfAbsent(new OwnType(cluster, label), _ -> {
            boolean same = ofCluster.called() && Objects.equals(ofCluster.cellOntologyId(), label.cellOntologyId());
            if (same) {
                return ofCluster;
            }
            List<Prediction.Alternative> others = new ArrayList<>();
            if (ofCluster.called()) {
                others.add(new Prediction.Alternative(ofCluster.cellOntologyId(), ofCluster.confidence()));
            }
            ofCluster.runnerUps().stream()
                    .filter(r -> !Objects.equals(r.cellOntologyId(), label.cellOntologyId()))
                    .forEach(others::add);
            return new Prediction(Integer.toString(cluster), true, label.cellOntologyId(), null, others);
        });
    }

    /// @return `CURATED_LABELS` if some labels are a curator's; for clusters `AMBIGUOUS_NAMES` if the name of one is
    /// the
    /// number of another
    List<Notice> notices(boolean ofClusters) {
        List<Notice> notices = new ArrayList<>();
        long curated = clusters.stream().filter(JobPredictions::isCurated).count();
        if (curated > 0) {
            notices.add(new Notice(
                    "CURATED_LABELS",
                    "%d clusters were named by a curator: their labels are scored, without a confidence"
                            .formatted(curated)));
        }
        List<String> ambiguous = clusters.stream()
                .filter(c -> !c.name().equals(Integer.toString(c.number())))
                .map(ClusterView::name)
                .filter(name -> name.matches("\\d{1,9}") && byNumber.containsKey(Integer.parseInt(name)))
                .toList();
        if (ofClusters && !ambiguous.isEmpty()) {
            notices.add(new Notice(
                    "AMBIGUOUS_NAMES",
                    "Ids were taken as cluster numbers; these are the names of other clusters too: "
                            + String.join(", ", ambiguous)));
        }
        return notices;
    }
}
