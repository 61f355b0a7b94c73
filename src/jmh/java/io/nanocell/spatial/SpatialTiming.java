package io.nanocell.spatial;

import com.sun.management.OperatingSystemMXBean;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.spatial.graph.FuzzyNeighbourGraph;
import io.nanocell.spatial.graph.HybridAdjacency;
import io.nanocell.spatial.graph.NearestNeighbours;
import io.nanocell.spatial.graph.NeighbourLists;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;
import io.nanocell.spatial.hsnmf.Nmf;
import io.nanocell.spatial.hsnmf.NmfFactors;
import io.nanocell.spatial.hsnmf.SpatialDiffusion;
import io.nanocell.spatial.leiden.Leiden;
import io.nanocell.spatial.leiden.Partition;
import io.nanocell.spatial.metrics.ClusterSample;
import io.nanocell.spatial.metrics.ClusterSeparation;
import io.nanocell.spatial.metrics.DomainContinuity;
import io.nanocell.spatial.metrics.MoranI;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Supplier;
import smile.validation.metric.AdjustedRandIndex;

/// Times the steps of the stage on a synthetic section, cold and again, with the peak of the heap:
/// `java --add-modules jdk.incubator.vector -cp … io.nanocell.spatial.SpatialTiming 20000 380 2`.
public final class SpatialTiming {

    private SpatialTiming() {}

    public static void main(String[] arguments) {
        int cells = Integer.parseInt(arguments[0]);
        int genes = Integer.parseInt(arguments[1]);
        var tissue = new SyntheticTissue(cells, genes, 8, 1);
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "%d cells × %d genes, %d non-zeros, %d MiB before%n",
                cells, genes, tissue.dataset.expression().entries(), heap >> 20);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            steps(tissue);
        }
    }

    private static void steps(SyntheticTissue tissue) {
        HsnmfParameters p = HsnmfParameters.defaults();
        SpatialDataset dataset = tissue.dataset;
        long start = System.nanoTime();
        long before = cpu();
        NmfFactors nmf = time(
                "NMF",
                () -> new Nmf(p.rank(), p.nmfTolerance(), p.nmfIterations(), p.seed()).factorise(dataset.expression()));
        System.out.printf("    %d iterations, objective %.6g%n", nmf.iterations(), nmf.objective());
        var grid = time("tiles", () -> new TileGrid(dataset.x(), dataset.y(), p.contactRadius()));
        var spatial = time("spatial graph", () -> SpatialGraph.of(grid, 20, 2.5, 80, 1));
        System.out.printf("    %d directed edges%n", spatial.neighbours().length);
        var factors = time(
                "diffusion",
                () -> new SpatialDiffusion(p.beta(), p.diffusionSteps())
                        .smooth(nmf.cells().gather(grid.pointAt()), spatial));
        NeighbourLists lists = time("nearest neighbours", () -> new NearestNeighbours(15).of(factors, grid.pointAt()));
        var feature = time("fuzzy graph", () -> FuzzyNeighbourGraph.of(lists));
        var hybrid = time("hybrid", () -> new HybridAdjacency(spatial, feature, p.alpha()));
        Partition partition = time("Leiden", () -> new Leiden(p.resolution(), 2, p.seed()).partition(hybrid));
        double quality = partition.quality(hybrid, p.resolution());
        ClusterNumbers numbers = ClusterNumbers.of(partition, hybrid, grid.pointAt(), 100);
        System.out.printf(
                "    %d clusters, quality %.6f, ARI to the domains %.4f%n",
                numbers.count(), quality, AdjustedRandIndex.of(tissue.domain, numbers.ofCells(grid.pointAt())));
        var measurement = new Measurement(dataset, grid, spatial, hybrid, numbers);
        time("- continuity", () -> DomainContinuity.of(grid, numbers.cluster(), numbers.count()));
        time("- Moran, genes", () -> new MoranI(spatial).ofGenes(dataset.expression(), grid.pointAt()));
        time("- Moran, factors", () -> new MoranI(spatial).ofColumns(factors));
        var sample = ClusterSample.of(factors, numbers.cluster(), numbers.count(), 10_000, 0);
        time("- separation", () -> ClusterSeparation.of(sample));
        SpatialMetrics metrics = time("metrics", () -> measurement.metrics(nmf, factors, quality, p.seed()));
        System.out.println("    " + metrics);
        System.out.printf(
                "%-20s %8.2f s, processors %8.2f s, peak heap %d MiB%n",
                "ALL", seconds(start), (cpu() - before) / 1e9, peak() >> 20);
    }

    private static <T> T time(String step, Supplier<T> work) {
        long start = System.nanoTime();
        long before = cpu();
        T result = work.get();
        System.out.printf("%-20s %8.2f s, processors %8.2f s%n", step, seconds(start), (cpu() - before) / 1e9);
        return result;
    }

    /// Processor time of all threads in ns: what to compare where the machine is shared.
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(SpatialTiming::peakOf)
                .sum();
    }

    private static long peakOf(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }
}
