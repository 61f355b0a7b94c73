package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The demo's sections from end to end, model switched off: two seeds, or as many as `nanocell.demo.seeds` says.
class DemoSectionsTest {

    private static final DemoSeeds SEEDS = new DemoSeeds();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("nanocell.demo.seeds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesPureNichesAndNoMixedOne(long seed) throws IOException {
        DemoOutcome outcome = SEEDS.run(seed, false, false);

        assertThat(outcome.purity()).isGreaterThanOrEqualTo(0.9);
        assertThat(outcome.mixed()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(outcome.mixedRight()).as("mixed niches: %s", outcome.mixed()).isTrue();
        assertThat(outcome.ari()).isGreaterThanOrEqualTo(0.7);
    }
}
