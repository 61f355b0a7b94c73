package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// A million cells and 25 clusters of a 5,000-gene panel: what the largest section needs of the database.
@StoreTest
class LargeResultsIT {

    private static final Logger LOG = LoggerFactory.getLogger(LargeResultsIT.class);
    private static final int CELLS = 1_000_003; // not a whole number of blocks
    private static final int CLUSTERS = 25;
    private static final int GENES = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(10); // 5 s on a machine with nothing else to do

    @Autowired
    Datasets datasets;

    @Autowired
    AnnotationJobs jobs;

    @Test
    void storesAndStreamsAMillionCellsInSeconds() {
        var dataset = UUID.randomUUID();
        var made = Samples.dataset("large", CELLS);
        var ids = timed("store the cell ids", () -> datasets.create(dataset, made));
        var job = Samples.newJob(jobs, dataset);
        jobs.start(job);
        var result = result();

        var stored = timed("store the results", () -> jobs.succeed(job, result));
        var next = new AtomicInteger();
        var streamed = timed(
                "stream the cells",
                () -> jobs.forEachCell(job, row -> {
                    int cell = next.getAndIncrement();
                    boolean hasType = row.label() != null;
                    if (row.cluster() != result.cluster()[cell]
                            || hasType != (result.cellLabel()[cell] != 0)
                            || !row.cellId().equals("cell-" + cell)) {
                        throw new AssertionError("cell " + cell + " came back as " + row);
                    }
                }));
        timed("delete all of it", () -> {
            datasets.delete(dataset);
        });

        assertThat(next).hasValue(CELLS);
        assertThat(ids).isLessThan(LIMIT);
        assertThat(stored).isLessThan(LIMIT);
        assertThat(streamed).isLessThan(LIMIT);
    }

    private static JobResult result() {
        var small = Samples.result(CELLS);
        List<MarkerView> markers = IntStream.range(0, GENES)
                .mapToObj(gene -> new MarkerView(
                        "GENE" + gene, gene / 7.0, 0.5, 0.25, 1.0 / (gene + 1), 0.1, gene / 3.0, 1e-9, 1e-7))
                .toList();
        List<ClusterRecord> clusters = IntStream.rangeClosed(1, CLUSTERS)
                .mapToObj(number -> Samples.cluster(number, "hepatocyte"))
                .map(cluster -> new ClusterRecord(
                        cluster.cluster(),
                        markers,
                        cluster.terms(),
                        cluster.programs(),
                        cluster.candidates(),
                        cluster.model()))
                .toList();
        return new JobResult(
                small.quality(),
                small.metrics(),
                small.provenance(),
                small.warnings(),
                clusters,
                small.cluster(),
                small.reason(),
                small.cellLabels(),
                small.cellLabel(),
                Samples.SHA);
    }

    private static Duration timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        var took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info("{} cells, {} clusters of {} genes: {} took {} ms", CELLS, CLUSTERS, GENES, what, took.toMillis());
        return took;
    }
}
