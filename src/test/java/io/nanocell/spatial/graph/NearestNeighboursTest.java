package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.numerics.PaddedMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighboursTest {

    /// Points, dimensions, k, distinct values per component (few make ties).
    @ParameterizedTest
    @CsvSource({
        "1, 3, 15, 100",
        "14, 3, 15, 100",
        "33, 1, 5, 1000000",
        "700, 10, 15, 1000000",
        "700, 10, 15, 3",
        "700, 2, 15, 12",
        "500, 16, 31, 1000000",
        "400, 50, 8, 1000000",
        "300, 4, 15, 1",
        "600, 7, 1, 50"
    })
    void equalsComparingAllPairs(int n, int dimensions, int k, int distinct) {
        var random = new SplittableRandom(n);
        PaddedMatrix points = PaddedMatrix.zeros(n, dimensions);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < dimensions; c++) {
                points.values()[i * points.stride() + c] = random.nextInt(distinct) / (float) distinct;
            }
        }
        int[] id = IntStream.range(0, n).map(i -> (i * 7919 + 13) % 1_000_003).toArray();

        checkAgainstAllPairs(points, id, k);
    }

    /// Turning the axes rounds most where the points are far from the origin and close to each other.
    @ParameterizedTest
    @CsvSource({"3000, 6, 15, 1e-4", "3000, 6, 15, 1e-6", "2000, 10, 15, 1e-2"})
    void equalsComparingAllPairsOnALineFarAway(int n, int dimensions, int k, double spread) {
        var random = new SplittableRandom(n + dimensions);
        PaddedMatrix points = PaddedMatrix.zeros(n, dimensions);
        for (int i = 0; i < n; i++) {
            double along = random.nextDouble();
            for (int c = 0; c < dimensions; c++) {
                points.values()[i * points.stride() + c] =
                        (float) (100 + (c + 1) * along * spread * 10 + spread * random.nextDouble());
            }
        }

        checkAgainstAllPairs(points, IntStream.range(0, n).toArray(), k);
    }

    private static void checkAgainstAllPairs(PaddedMatrix points, int[] id, int k) {
        int n = points.rows();
        NeighbourLists found = new NearestNeighbours(k).of(points, id);

        assertThat(found.k()).isEqualTo(Math.min(k, n));
        for (int i = 0; i < n; i++) {
            int[] expected = slowly(points, id, i, found.k());
            assertThat(Arrays.copyOfRange(found.neighbours(), i * found.k(), (i + 1) * found.k()))
                    .isEqualTo(expected);
            for (int j = 0; j < found.k(); j++) {
                assertThat(found.distances()[i * found.k() + j])
                        .isEqualTo((float) Math.sqrt(square(points, i, expected[j])));
            }
        }
    }

    @Test
    void refusesNoNeighbours() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NearestNeighbours(0));
    }

    private static int[] slowly(PaddedMatrix points, int[] id, int i, int k) {
        return IntStream.range(0, points.rows())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(j -> j == i ? 0 : 1)
                        .thenComparingDouble(j -> square(points, i, j))
                        .thenComparingInt(j -> id[j]))
                .limit(k)
                .mapToInt(j -> j)
                .toArray();
    }

    private static float square(PaddedMatrix points, int i, int j) {
        float sum = 0;
        for (int c = 0; c < points.columns(); c++) {
            float d = points.get(j, c) - points.get(i, c);
            sum = Math.fma(d, d, sum);
        }
        return sum;
    }
}
