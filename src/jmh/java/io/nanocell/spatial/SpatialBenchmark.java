package io.nanocell.spatial;

import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.PaddedMatrix;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Each step of the stage on its own, milliseconds for a synthetic section; NMF for ten iterations.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@NullUnmarked // set up before every run
public class SpatialBenchmark {

    @Param({"20000"})
    int cells;

    SpatialDataset dataset;
    TileGrid grid;
    SpatialGraph spatial;
    PaddedMatrix loadings;
    PaddedMatrix factors;
    NeighbourLists lists;
    FuzzyNeighbourGraph feature;
    HybridAdjacency hybrid;

    @Setup
    public void prepare() {
        dataset = new SyntheticTissue(cells, 400, 8, 1).dataset;
        grid = new TileGrid(dataset.x(), dataset.y(), 20);
        spatial = spatialGraph();
        loadings = new Nmf(10, 1e-3, 100, 0)
                .factorise(dataset.expression())
                .cells()
                .gather(grid.pointAt());
        factors = diffusion();
        lists = nearestNeighbours();
        feature = fuzzyGraph();
        hybrid = hybridAdjacency();
    }

    @Benchmark
    public NmfFactors nmf() {
        return new Nmf(10, 1e-12, 10, 0).factorise(dataset.expression());
    }

    @Benchmark
    public final SpatialGraph spatialGraph() {
        return SpatialGraph.of(grid, 20, 2.5, 80, 1);
    }

    @Benchmark
    public final PaddedMatrix diffusion() {
        return new SpatialDiffusion(0.6, 2).smooth(loadings, spatial);
    }

    @Benchmark
    public final NeighbourLists nearestNeighbours() {
        return new NearestNeighbours(15).of(factors, grid.pointAt());
    }

    @Benchmark
    public final FuzzyNeighbourGraph fuzzyGraph() {
        return FuzzyNeighbourGraph.of(lists);
    }

    @Benchmark
    public final HybridAdjacency hybridAdjacency() {
        return new HybridAdjacency(spatial, feature, 0.5);
    }

    @Benchmark
    public Partition leiden() {
        return new Leiden(0.4, 2, 0).partition(hybrid);
    }
}
