package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupWeightsTest {

    @Test
    void listsEveryGroupOnceAndForgetsThemAll() {
        var sums = new GroupWeights(200);
        for (int i = 0; i < 600; i++) {
            sums.add(i * 7 % 150, 0.5);
        }

        assertThat(IntStream.range(0, sums.count()).map(sums::group))
                .hasSize(150)
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 150).mapToDouble(sums::weight)).containsOnly(2.0);
        assertThat(sums.weight(150)).isZero();

        sums.clear();

        assertThat(sums.count()).isZero();
        assertThat(IntStream.range(0, 200).mapToDouble(sums::weight)).containsOnly(0.0);
    }

    @Test
    void takesTheSmallestWeightForOne() {
        var sums = new GroupWeights(2);
        sums.add(1, Double.MIN_VALUE);
        sums.add(1, 1);

        assertThat(sums.count()).isEqualTo(1);
    }
}
