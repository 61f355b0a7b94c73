package io.nanocell.spatial.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.GoldenValues;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.spatial.graph.SpatialGraph;
import io.nanocell.spatial.graph.TileGrid;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    static final GoldenValues SPATIAL = new GoldenValues("spatialgraph");
    static final GoldenValues GOLDEN = new GoldenValues("spatialmetrics");
    static final TileGrid GRID = new TileGrid(SPATIAL.column("centroids", 0), SPATIAL.column("centroids", 1), 20);
    static final SpatialGraph GRAPH = SpatialGraph.of(GRID, 20, 2.5, 80, 1);
    static final PaddedMatrix FACTORS =
            PaddedMatrix.of(SPATIAL.dense("smoothed")).gather(GRID.pointAt());
    static final double[] SCORES = GOLDEN.rows("scores")[0];

    /// Clusters count from 1.
    static int[] domain() {
        double[] domain = GOLDEN.column("domain", 0);
        return IntStream.of(GRID.pointAt()).map(cell -> (int) domain[cell] + 1).toArray();
    }

    @Test
    void chaosAndPasEqualScipys() {
        DomainContinuity found = DomainContinuity.of(GRID, domain(), 5);

        assertThat(found.chaos()).isCloseTo(SCORES[0], within(1e-12));
        assertThat(found.pas()).isEqualTo(SCORES[1]);
    }

    @Test
    void silhouetteAndDaviesBouldinEqualScikitLearns() {
        ClusterSeparation found = ClusterSeparation.of(ClusterSample.of(FACTORS, domain(), 5, 10_000, 0));

        assertThat(found.silhouette()).isCloseTo(SCORES[2], within(1e-6));
        assertThat(found.daviesBouldin()).isCloseTo(SCORES[3], within(1e-6));
    }

    @Test
    void adjacencyEqualsCounting() {
        double[] found = AdjacencyScore.ofSpatial(GRAPH, domain());

        assertThat(found).containsExactly(new double[] {SCORES[4], SCORES[5]}, within(1e-12));
    }

    @Test
    void moranOfFactorsEqualsTheFormula() {
        double[] found = new MoranI(GRAPH).ofColumns(FACTORS);

        assertThat(found)
                .containsExactly(GOLDEN.rows("moran_factors")[0], within(1e-7)); // sums over neighbours are in floats
    }

    @Test
    void moranOfGenesEqualsTheFormula() {
        double[] found = new MoranI(GRAPH).ofGenes(new GoldenValues("nmf").sparse("expression"), GRID.pointAt());

        assertThat(found).containsExactly(GOLDEN.rows("moran_genes")[0], within(1e-9));
    }

    @Test
    void moranOfConstantsIsZero() {
        PaddedMatrix constant = PaddedMatrix.zeros(400, 2);
        for (int p = 0; p < 400; p++) {
            constant.values()[p * constant.stride()] = 0.1f;
        }
        int[] rowStart = IntStream.rangeClosed(0, 400).toArray();
        float[] values = new float[400];
        Arrays.fill(values, 0.1f);
        var genes = new FloatCsrMatrix(400, 2, rowStart, new int[400], values); // a constant and an absent gene

        assertThat(new MoranI(GRAPH).ofColumns(constant)).containsExactly(0, 0);
        assertThat(new MoranI(GRAPH).ofGenes(genes, GRID.pointAt())).containsExactly(0, 0);
    }

    @Test
    void moranWithoutEdgesIsZero() {
        var apart = SpatialGraph.of(GRID, 1e-9, 1, 1e-9, 1);

        assertThat(new MoranI(apart).ofColumns(FACTORS)).containsOnly(0);
    }

    @Test
    void oneClusterHasNoSeparation() {
        int[] one = new int[400];
        Arrays.fill(one, 1);

        assertThat(ClusterSeparation.of(ClusterSample.of(FACTORS, one, 1, 10_000, 0)))
                .isEqualTo(new ClusterSeparation(0, 0));
        assertThat(DomainContinuity.of(GRID, one, 1).pas()).isZero();
    }

    @Test
    void nothingAssessedScoresZero() {
        int[] none = new int[400];

        assertThat(ClusterSeparation.of(ClusterSample.of(FACTORS, none, 0, 10_000, 0)))
                .isEqualTo(new ClusterSeparation(0, 0));
        assertThat(DomainContinuity.of(GRID, none, 0)).isEqualTo(new DomainContinuity(0, 0));
        assertThat(AdjacencyScore.ofSpatial(GRAPH, none)).containsExactly(0, 0);
    }

    @Test
    void samplesEveryClusterByItsShare() {
        int[] cluster = new int[400];
        Arrays.setAll(cluster, p -> p < 10 ? 0 : p < 13 ? 3 : p < 110 ? 2 : 1);

        ClusterSample sample = ClusterSample.of(FACTORS, cluster, 3, 100, 7);

        assertThat(sample.size(0)).isEqualTo(74); // 290 of 390
        assertThat(sample.size(1)).isEqualTo(25); // 97
        assertThat(sample.size(2)).isEqualTo(2); // 3: never one alone
        assertThat(ClusterSample.of(FACTORS, cluster, 3, 100, 7).values()).isEqualTo(sample.values());
        assertThat(ClusterSample.of(FACTORS, cluster, 3, 100, 8).values()).isNotEqualTo(sample.values());
    }
}
