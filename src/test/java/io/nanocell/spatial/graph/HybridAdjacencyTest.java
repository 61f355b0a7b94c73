package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.GoldenValues;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HybridAdjacencyTest {

    static final GoldenValues CENTROIDS = new GoldenValues("spatialgraph");

    /// One tile holds all, so that positions are points.
    static final TileGrid GRID = new TileGrid(CENTROIDS.column("centroids", 0), CENTROIDS.column("centroids", 1), 1e5);

    static final SpatialGraph SPATIAL = SpatialGraph.of(GRID, 20, 2.5, 80, 1);

    static HybridAdjacency golden(double alpha) {
        CsrMatrix graph = new GoldenValues("fuzzy").symmetric("graph", 400);
        float[] weights = new float[graph.entries()];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = (float) graph.values()[e];
        }
        return new HybridAdjacency(
                SPATIAL, new FuzzyNeighbourGraph(graph.rowStart(), graph.columnIndex(), weights), alpha);
    }

    @Test
    void equalsScipysMixture() {
        CsrMatrix found = golden(0.5).matrix();

        CsrMatrix expected = new GoldenValues("leiden").symmetric("hybrid", 400);
        assertThat(found.rowStart()).isEqualTo(expected.rowStart());
        assertThat(found.columnIndex()).isEqualTo(expected.columnIndex());
        assertThat(found.values()).containsExactly(expected.values(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void strengthIsTheSumOfARow(double alpha) {
        HybridAdjacency hybrid = golden(alpha);
        CsrMatrix matrix = hybrid.matrix();
        for (int i = 0; i < 400; i++) {
            double sum = 0;
            for (int e = matrix.rowStart()[i]; e < matrix.rowStart()[i + 1]; e++) {
                sum += matrix.values()[e];
            }
            assertThat(hybrid.strength(i)).isCloseTo(sum, within(1e-12));
        }
        assertThat(hybrid.strength(11) == 0).isEqualTo(alpha == 1); // the cell without neighbours in the tissue
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void weightToOneGroupIsThatGroupsShareOfAll(double alpha) {
        HybridAdjacency hybrid = golden(alpha);
        int[] group = new int[400];
        Arrays.setAll(group, i -> i * i % 7);
        var sums = new GroupWeights(7);
        for (int i = 0; i < 400; i++) {
            hybrid.addTo(i, group, sums);
            for (int g = 0; g < 7; g++) {
                assertThat(hybrid.weightTo(i, group, g)).isCloseTo(sums.weight(g), within(1e-12));
            }
            sums.clear();
        }
    }

    @Test
    void listsNeighboursOfBothGraphs() {
        HybridAdjacency hybrid = golden(0.5);
        int[] out = new int[hybrid.degree(3)];

        int count = hybrid.neighbours(3, out);

        assertThat(count).isEqualTo(out.length);
        CsrMatrix matrix = hybrid.matrix();
        for (int e = matrix.rowStart()[3]; e < matrix.rowStart()[4]; e++) {
            assertThat(out).contains(matrix.columnIndex()[e]);
        }
    }

    @Test
    void refusesGraphsOfOtherCells() {
        var one = new FuzzyNeighbourGraph(new int[2], new int[0], new float[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HybridAdjacency(SPATIAL, one, 0.5))
                .withMessageContaining("400 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> golden(Double.NaN))
                .withMessageContaining("NaN");
    }
}
