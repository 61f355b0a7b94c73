package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPointsTest {

    /// Points, extent (whole coordinates: ties), tile side, k.
    @ParameterizedTest
    @CsvSource({"1, 10, 3, 1", "5, 10, 3, 10", "300, 20, 3, 10", "300, 1000, 3, 10", "300, 1000, 5000, 1"})
    void equalsComparingAllPairs(int n, int extent, double side, int k) {
        var random = new SplittableRandom(n);
        double[] x = random.ints(n, 0, extent).asDoubleStream().toArray();
        double[] y = random.ints(n, 0, extent).asDoubleStream().toArray();
        var grid = new TileGrid(x, y, side);
        var nearest = new NearestPoints(grid, k);

        for (int p = 0; p < n; p++) {
            int point = grid.pointAt()[p];
            int[] expected = IntStream.range(0, n)
                    .filter(q -> q != point)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(q -> Math.hypot(x[q] - x[point], y[q] - y[point]))
                            .thenComparingInt(q -> q))
                    .limit(k)
                    .mapToInt(q -> q)
                    .toArray();

            int found = nearest.search(p);

            assertThat(IntStream.range(0, found).map(i -> grid.pointAt()[nearest.position(i)]))
                    .containsExactly(IntStream.of(expected).boxed().toArray(Integer[]::new));
        }
    }
}
