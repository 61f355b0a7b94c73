package io.nanocell.evidence.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSortTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 511, 512, 513, 5000})
    void sortsByValueAndLeavesTheNeighboursAlone(int length) {
        var random = new SplittableRandom(length);
        long[] keys = new long[length + 2];
        keys[0] = Long.MAX_VALUE;
        keys[length + 1] = -1;
        for (int i = 1; i <= length; i++) {
            float value = (float) Math.exp(random.nextDouble(-80, 80)); // all exponents
            keys[i] = (long) Float.floatToRawIntBits(random.nextBoolean() ? value : 1.5f) << 32 | random.nextInt(9);
        }
        long[] expected = keys.clone();
        Arrays.sort(expected, 1, length + 1);

        ValueSort.sort(keys, 1, length + 1);

        assertThat(values(keys)).containsExactly(values(expected));
        assertThat(Arrays.stream(keys).sorted())
                .containsExactly(Arrays.stream(expected).sorted().boxed().toArray(Long[]::new));
    }

    private static long[] values(long[] keys) {
        return Arrays.stream(keys).map(key -> key >> 32).toArray();
    }
}
