package io.nanocell.spatial.leiden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.GoldenValues;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smile.validation.metric.AdjustedRandIndex;

class LeidenTest {

    static final GoldenValues GOLDEN = new GoldenValues("leiden");
    static final double GAMMA = 0.4;
    static final MatrixGraph PLANTED = new MatrixGraph(GOLDEN.symmetric("planted", 360));
    static final MatrixGraph HYBRID = new MatrixGraph(GOLDEN.symmetric("hybrid", 400));

    @ParameterizedTest
    @CsvSource({"planted, 0", "planted, 1", "planted, 2", "hybrid, 0", "hybrid, 1", "hybrid, 2"})
    void isAsGoodAsTheBestOfThreeRunsOfLeidenalg(String name, long seed) {
        MatrixGraph graph = name.equals("planted") ? PLANTED : HYBRID;
        double best =
                Arrays.stream(GOLDEN.column(name + "_partitions", 0)).max().orElseThrow();

        Partition found = new Leiden(GAMMA, 2, seed).partition(graph);

        assertThat(found.quality(graph, GAMMA)).isGreaterThanOrEqualTo(best - 0.002);
    }

    @Test
    void findsLeidenalgsCommunitiesInAPlantedGraph() {
        int[] found = new Leiden(GAMMA, 2, 0).partition(PLANTED).community();

        double best = Arrays.stream(GOLDEN.rows("planted_partitions"))
                .mapToDouble(row -> AdjustedRandIndex.of(labels(row), found))
                .max()
                .orElseThrow();
        assertThat(best).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted", "hybrid"})
    void qualityIsLeidenalgs(String name) {
        MatrixGraph graph = name.equals("planted") ? PLANTED : HYBRID;
        for (double[] row : GOLDEN.rows(name + "_partitions")) {
            int[] labels = labels(row);
            int communities = Arrays.stream(labels).max().orElseThrow() + 1;

            assertThat(new Partition(labels, communities).quality(graph, GAMMA)).isCloseTo(row[0], within(1e-9));
        }
    }

    @Test
    void sameSeedSameCommunitiesWithAnyNumberOfThreads() {
        int before = Parallel.threads();
        try {
            Parallel.useThreads(1);
            Partition alone = new Leiden(GAMMA, 2, 5).partition(HYBRID);
            Parallel.useThreads(4);

            assertThat(new Leiden(GAMMA, 2, 5).partition(HYBRID).community()).isEqualTo(alone.community());
        } finally {
            Parallel.useThreads(before);
        }
    }

    @Test
    void communitiesAreConnected() {
        Partition found = new Leiden(1.0, 2, 0).partition(HYBRID);
        boolean[] reached = new boolean[400];
        int components = 0;
        for (int node = 0; node < 400; node++) {
            if (!reached[node]) {
                components++;
                reach(node, found.community(), reached);
            }
        }

        assertThat(components).isEqualTo(found.communities());
    }

    private static void reach(int node, int[] community, boolean[] reached) {
        reached[node] = true;
        CsrMatrix m = HYBRID.matrix();
        for (int e = m.rowStart()[node]; e < m.rowStart()[node + 1]; e++) {
            int other = m.columnIndex()[e];
            if (!reached[other] && community[other] == community[node]) {
                reach(other, community, reached);
            }
        }
    }

    @Test
    void leavesNodesWithoutEdgesAlone() {
        var graph =
                new MatrixGraph(new CsrMatrix(4, 4, new int[] {0, 1, 2, 2, 2}, new int[] {1, 0}, new double[] {1, 1}));

        Partition found = new Leiden(1, 2, 0).partition(graph);

        assertThat(found.communities()).isEqualTo(3);
        assertThat(found.community()[0]).isEqualTo(found.community()[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void keepsAGraphWithoutEdgesApart(int nodes) {
        var graph = new MatrixGraph(new CsrMatrix(nodes, nodes, new int[nodes + 1], new int[0], new double[0]));

        Partition found = new Leiden(1, 2, 0).partition(graph);

        assertThat(found.communities()).isEqualTo(nodes);
        assertThat(found.quality(graph, 1)).isZero();
    }

    @Test
    void stopsWhenCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Cancellation.run(() -> true, () -> new Leiden(1, 2, 0).partition(PLANTED)));
    }

    @Test
    void refusesResolutionThatIsNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Leiden(Double.NaN, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Leiden(0, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Leiden(1, 0, 0));
    }

    @Test
    void refusesCommunitiesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partition(new int[] {0, 2}, 2))
                .withMessage("node 1 is in community 2 of 2");
    }

    private static int[] labels(double[] row) {
        return Arrays.stream(row).skip(1).mapToInt(v -> (int) v).toArray();
    }
}
