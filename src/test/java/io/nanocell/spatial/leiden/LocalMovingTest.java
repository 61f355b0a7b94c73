package io.nanocell.spatial.leiden;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.FuzzyNeighbourGraph;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.HybridAdjacency;
import io.nanocell.spatial.graph.NearestNeighbours;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On a graph large enough to move in parallel ranges.
class LocalMovingTest {

    static final int CELLS = 12_000;
    static final HybridAdjacency GRAPH = graph();
    static final Partition SINGLE = new Partition(IntStream.range(0, CELLS).toArray(), CELLS);
    static final double PENALTY = 0.4 / total();

    @AfterEach
    void allThreads() {
        Parallel.useThreads(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Partition[] found = new Partition[3];
        for (int threads = 1; threads <= 3; threads++) {
            Parallel.useThreads(threads);
            found[threads - 1] = new Leiden(0.4, 2, 7).partition(GRAPH);
        }
        assertThat(found[1].community()).isEqualTo(found[0].community());
        assertThat(found[2].community()).isEqualTo(found[0].community());
    }

    /// Only nodes next to a move are visited again, so moves far away can leave small gains behind.
    @Test
    void endsWhereHardlyAnyMoveGains() {
        Partition end = new LocalMoving(GRAPH, SINGLE, PENALTY).run(new SplittableRandom(1), false);

        assertThat(end.communities()).isLessThan(CELLS / 10);
        assertThat(gaining(end)).isLessThan(CELLS / 100);
    }

    @Test
    void aRoughRunLeavesGainsToTheNextIteration() {
        Partition rough = new LocalMoving(GRAPH, SINGLE, PENALTY).run(new SplittableRandom(1), true);
        Partition full = new LocalMoving(GRAPH, SINGLE, PENALTY).run(new SplittableRandom(1), false);

        assertThat(gaining(rough)).isGreaterThan(gaining(full));
        assertThat(rough.quality(GRAPH, 0.4))
                .isGreaterThan(SINGLE.quality(GRAPH, 0.4))
                .isLessThan(full.quality(GRAPH, 0.4));
    }

    /// @return how many nodes would still gain by a move to another community
    static int gaining(Partition partition) {
        double[] strength = new double[partition.communities()];
        for (int node = 0; node < CELLS; node++) {
            strength[partition.community()[node]] += GRAPH.strength(node);
        }
        int gaining = 0;
        var sums = new GroupWeights(partition.communities());
        for (int node = 0; node < CELLS; node++) {
            GRAPH.addTo(node, partition.community(), sums);
            int own = partition.community()[node];
            double k = GRAPH.strength(node);
            double stay = sums.weight(own) - PENALTY * k * (strength[own] - k);
            double best = IntStream.range(0, sums.count())
                    .map(sums::group)
                    .filter(c -> c != own)
                    .mapToDouble(c -> sums.weight(c) - PENALTY * k * strength[c])
                    .max()
                    .orElse(0);
            gaining += best > stay + 1e-9 ? 1 : 0;
            sums.clear();
        }
        return gaining;
    }

    static double total() {
        return IntStream.range(0, CELLS).mapToDouble(GRAPH::strength).sum();
    }

    /// Cells at random in a square, their factors by quarter with much noise.
    static HybridAdjacency graph() {
        var random = new SplittableRandom(5);
        double[] x = new double[CELLS];
        double[] y = new double[CELLS];
        PaddedMatrix factors = PaddedMatrix.zeros(CELLS, 4);
        for (int i = 0; i < CELLS; i++) {
            x[i] = random.nextDouble(2000);
            y[i] = random.nextDouble(2000);
            int quarter = (x[i] < 1000 ? 0 : 1) + (y[i] < 1000 ? 0 : 2);
            for (int c = 0; c < 4; c++) {
                factors.values()[i * factors.stride() + c] = (float) (random.nextDouble() + (c == quarter ? 0.7 : 0));
            }
        }
        var grid = new TileGrid(x, y, 20);
        var spatial = SpatialGraph.of(grid, 20, 2.5, 60, 1);
        var feature =
                FuzzyNeighbourGraph.of(new NearestNeighbours(15).of(factors.gather(grid.pointAt()), grid.pointAt()));
        return new HybridAdjacency(spatial, feature, 0.5);
    }
}
