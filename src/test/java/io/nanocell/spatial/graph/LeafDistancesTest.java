package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafDistancesTest {

    @ParameterizedTest
    @CsvSource({"16, 1, 0.1", "16, 7, 1", "48, 10, 2", "32, 10, 0", "64, 50, 8", "32, 3, Infinity"})
    void lanesEqualPlainLoopsToTheLastBit(int stride, int dimensions, float bound) {
        var random = new SplittableRandom(stride);
        float[] leaves = floats(5 + stride * dimensions, random);
        float[] target = floats(dimensions, random);
        leaves[5 + stride - 1] = Float.POSITIVE_INFINITY;
        float[] plain = new float[64];
        float[] lanes = new float[64];

        long near = new LeafDistances.Plain().within(leaves, 5, stride, target, bound, plain);

        assertThat(new LaneLeafDistances().within(leaves, 5, stride, target, bound, lanes))
                .isEqualTo(near);
        for (int j = 0; j < stride; j++) {
            boolean within = (near >>> j & 1) == 1;
            assertThat(within).isEqualTo(plain[j] <= bound);
            if (within) {
                assertThat(lanes[j]).isEqualTo(plain[j]);
            }
        }
    }

    private static float[] floats(int n, SplittableRandom random) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }
}
