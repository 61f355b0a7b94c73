package io.nanocell.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.numerics.CsrMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadiusGraphTest {

    @Test
    void joinsCellsUpToTheRadius() {
        double[] x = {100, 0, 20, 120.001, 0};
        double[] y = {0, 0, 0, 0, 0};

        CsrMatrix graph = new RadiusGraph(20, 1).adjacency(x, y);

        assertThat(graph.rowStart()).containsExactly(0, 0, 1, 3, 3, 4); // 1 and 4 are in one place: no edge
        assertThat(graph.columnIndex()).containsExactly(2, 1, 4, 2);
        assertThat(graph.values()).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesARadiusThatIsNotPositive(double radius) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RadiusGraph(radius, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RadiusGraph(20, radius));
    }
}
