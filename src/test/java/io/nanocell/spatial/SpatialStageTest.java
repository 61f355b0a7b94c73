package io.nanocell.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.Parallel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.validation.metric.AdjustedRandIndex;

class SpatialStageTest {

    static final SyntheticTissue TISSUE = new SyntheticTissue(4000, 80, 5, 1);
    static final SpatialStage STAGE = new SpatialStage(HsnmfParameters.defaults());
    static final int THREADS = Parallel.threads();

    @AfterEach
    void restoreThreads() {
        Parallel.useThreads(THREADS);
    }

    @Test
    void findsPlantedDomains() {
        SpatialClustering found = STAGE.cluster(TISSUE.dataset);

        assertThat(found.cluster()).hasSize(4000);
        assertThat(AdjustedRandIndex.of(TISSUE.domain, found.cluster())).isGreaterThan(0.8);
        assertThat(found.names()).startsWith("Cluster 1", "Cluster 2");
    }

    @Test
    void numbersClustersBySize() {
        SpatialClustering found = STAGE.cluster(TISSUE.dataset);

        int[] size = sizes(found);
        for (int c = 2; c <= found.clusters(); c++) {
            assertThat(size[c]).isBetween(40, size[c - 1]); // 1 % of 4000 is less than 100
        }
    }

    @Test
    void givesTheSameBitsWithAnyNumberOfThreads() {
        Parallel.useThreads(1);
        SpatialClustering alone = STAGE.cluster(TISSUE.dataset);
        for (int threads : new int[] {2, 5}) {
            Parallel.useThreads(threads);
            SpatialClustering together = STAGE.cluster(TISSUE.dataset);

            assertThat(together.cluster()).isEqualTo(alone.cluster());
            assertThat(together.metrics()).isEqualTo(alone.metrics());
        }
    }

    @Test
    void measuresWhatItFound() {
        SpatialMetrics metrics =
                Objects.requireNonNull(STAGE.cluster(TISSUE.dataset).metrics());

        assertThat(metrics.chaos()).isBetween(0.0, 0.1);
        assertThat(metrics.pas()).isBetween(0.0, 0.2);
        assertThat(metrics.moranFactors())
                .hasSize(10)
                .allSatisfy(i -> assertThat(i).isBetween(0.0, 1.0));
        assertThat(metrics.moranExpression()).isBetween(0.0, 0.5);
        assertThat(metrics.silhouette()).isBetween(0.0, 1.0);
        assertThat(metrics.daviesBouldin()).isBetween(0.0, 3.0);
        assertThat(metrics.adjacencyContact()).isBetween(metrics.adjacencyRadius(), 1.0);
        assertThat(metrics.adjacencyHybrid()).isBetween(0.5, 1.0);
        assertThat(metrics.explainedVariance()).isBetween(0.2, 1.0);
        assertThat(metrics.nmfIterations()).isBetween(2, 500);
        assertThat(metrics.leidenQuality()).isBetween(0.5, 1.0);
    }

    @Test
    void givesPlainExpressionClustersWithoutSpace() {
        var plain = new SpatialStage(new HsnmfParameters(10, 0, 0, 0, 20, 2.5, 80, 1.0, 15, 0.4, 1e-4, 500, 2, 0, 100));

        SpatialClustering found = plain.cluster(TISSUE.dataset);

        assertThat(AdjustedRandIndex.of(TISSUE.type, found.cluster())).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void leavesFarOutliersUnassessed(double alpha) {
        double[] x = TISSUE.dataset.x().clone();
        x[17] = 1e7; // a centimetre off, and then some
        var alone = SyntheticTissue.dataset(x, TISSUE.dataset.y(), TISSUE.dataset.expression());
        var stage = new SpatialStage(
                new HsnmfParameters(10, alpha, 0.6, 2, 20, 2.5, 80, 1.0, 15, 0.4, 1e-4, 500, 2, 0, 100));

        SpatialClustering found = stage.cluster(alone);

        assertThat(found.cluster()[17] == 0).isEqualTo(alpha == 1); // expression joins it to others
        assertThat(sizes(found)[0]).isLessThan(400);
        SpatialMetrics metrics = Objects.requireNonNull(found.metrics());
        assertThat(DoubleStream.of(metrics.chaos(), metrics.pas(), metrics.moranExpression(), metrics.silhouette()))
                .allMatch(Double::isFinite);
    }

    @Test
    void stopsWhenCancelled() {
        int[] questions = {0};

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Cancellation.run(() -> questions[0]++ > 500, () -> STAGE.cluster(TISSUE.dataset)));
    }

    @Test
    void keepsNamesOfGroupsBroughtAlong() {
        List<@Nullable String> groups = new ArrayList<>(Collections.nCopies(4000, "stroma"));
        for (int cell = 0; cell < 1500; cell++) {
            groups.set(cell, cell < 1400 ? "tumour" : cell < 1450 ? "b" : cell < 1499 ? "a" : null);
        }
        groups.set(3999, "a");
        groups.set(3998, "rare");

        SpatialClustering brought = SpatialStage.ofGroups(TISSUE.dataset, groups, 100);

        assertThat(brought.names()).containsExactly("stroma", "tumour", "b", "a"); // b and a: 50 each, b is first
        assertThat(brought.metrics()).isNull();
        assertThat(brought.cluster()[1400]).isEqualTo(3);
        assertThat(brought.cluster()[1499]).isZero();
        assertThat(brought.cluster()[3998]).isZero();
        assertThat(brought.cluster()[3999]).isEqualTo(4);
    }

    @Test
    void refusesGroupsForOtherCells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpatialStage.ofGroups(TISSUE.dataset, List.of("a"), 100))
                .withMessageContaining("1 groups");
    }

    @Test
    void clustersFewerCellsThanNeighbours() {
        var few = new SyntheticTissue(30, 40, 2, 3);
        var stage =
                new SpatialStage(new HsnmfParameters(5, 0.5, 0.6, 2, 20, 2.5, 80, 1.0, 60, 0.4, 1e-4, 500, 2, 0, 1));

        SpatialClustering found = stage.cluster(few.dataset);

        assertThat(found.clusters()).isBetween(1, 30);
        assertThat(Objects.requireNonNull(found.metrics()).silhouette()).isBetween(-1.0, 1.0);
    }

    private static int[] sizes(SpatialClustering clustering) {
        int[] size = new int[clustering.clusters() + 1];
        for (int c : clustering.cluster()) {
            size[c]++;
        }
        return size;
    }
}
