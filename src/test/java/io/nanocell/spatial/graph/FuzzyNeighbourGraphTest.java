package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.GoldenValues;
import io.nanocell.numerics.PaddedMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FuzzyNeighbourGraphTest {

    static final GoldenValues GOLDEN = new GoldenValues("fuzzy");
    static final int K = 15;

    static NeighbourLists golden() {
        int[] neighbours = Arrays.stream(GOLDEN.rows("neighbours"))
                .flatMapToInt(row -> Arrays.stream(row).mapToInt(v -> (int) v))
                .toArray();
        double[] distances = GOLDEN.dense("distances").values();
        float[] rounded = new float[distances.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) distances[i];
        }
        return new NeighbourLists(K, neighbours, rounded);
    }

    @Test
    void equalsUmapsFuzzySimplicialSet() {
        CsrMatrix found = FuzzyNeighbourGraph.of(golden()).matrix();

        CsrMatrix expected = GOLDEN.symmetric("graph", 400);
        assertThat(found.rowStart()).isEqualTo(expected.rowStart());
        assertThat(found.columnIndex()).isEqualTo(expected.columnIndex());
        for (int e = 0; e < found.entries(); e++) {
            assertThat(found.values()[e]).as("edge %d", e).isCloseTo(expected.values()[e], within(1e-6));
        }
    }

    @Test
    void findsScikitLearnsNeighbours() {
        DenseMatrix smoothed = new GoldenValues("spatialgraph").dense("smoothed");
        NeighbourLists expected = golden();

        NeighbourLists found =
                new NearestNeighbours(K).of(PaddedMatrix.of(smoothed), NearestNeighbours.rowNumbers(400));

        for (int i = 0; i < expected.neighbours().length; i++) {
            assertThat(found.distances()[i])
                    .isCloseTo(expected.distances()[i], within(1e-6f + 1e-5f * expected.distances()[i]));
            boolean clear = i % K == K - 1 || expected.distances()[i + 1] - expected.distances()[i] > 1e-4f;
            boolean clearBefore = i % K == 0 || expected.distances()[i] - expected.distances()[i - 1] > 1e-4f;
            if (clear && clearBefore && i % K < K - 1) {
                assertThat(found.neighbours()[i]).isEqualTo(expected.neighbours()[i]);
            }
        }
    }

    @Test
    void joinsPointsInOnePlaceFully() {
        var lists = new NeighbourLists(3, new int[] {0, 1, 2, 1, 0, 2, 2, 0, 1}, new float[9]);

        FuzzyNeighbourGraph graph = FuzzyNeighbourGraph.of(lists);

        assertThat(graph.neighbours()).containsExactly(1, 2, 0, 2, 0, 1);
        assertThat(graph.weights()).containsOnly(1);
    }

    @Test
    void hasNoEdgesWithoutNeighbours() {
        var alone = new NeighbourLists(1, new int[] {0, 1}, new float[2]);

        assertThat(FuzzyNeighbourGraph.of(alone).neighbours()).isEmpty();
    }
}
