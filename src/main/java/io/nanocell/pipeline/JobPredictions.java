package io.nanocell.pipeline;

import io.nanocell.evaluation.Prediction;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import io.nanocell.results.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/// The labels of a finished job as predictions. A curator's label counts, without the confidence, which is the
/// machine's.
final class JobPredictions {

    private final AnnotationJobs jobs;
    private final UUID job;
    private final List<ClusterView> clusters;
    private final Map<Integer, Prediction> byNumber = new HashMap<>();

    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    JobPredictions(AnnotationJobs jobs, UUID job) {
        this.jobs = jobs;
        this.job = job;
        this.clusters =
                jobs.clusters(job, Pageable.unpaged(Sort.by("number"))).getContent();
        clusters.forEach(cluster -> byNumber.put(cluster.number(), prediction(cluster)));
    }

    private static Prediction prediction(ClusterView cluster) {
        List<Prediction.Alternative> others = new ArrayList<>();
        cluster.runnerUps()
                .forEach(r -> others.add(new Prediction.Alternative(r.cellOntologyId(), r.confidence())));
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
    void forEachCell(BiConsumer<String, Prediction> consumer) {
        jobs.forEachCell(job, cell -> consumer.accept(cell.cellId(), ofCell(cell)));
    }

    /// A cell is what its cluster is.
    private Prediction ofCell(CellRow cell) {
        Prediction prediction = byNumber.get(cell.cluster());
        return prediction == null ? NOT_ASSESSED : prediction;
    }

    private static final Prediction NOT_ASSESSED = Prediction.none("not assessed");

    /// @return `CURATED_LABELS` if some labels are a curator's; for clusters `AMBIGUOUS_NAMES` if the name of one is the
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
