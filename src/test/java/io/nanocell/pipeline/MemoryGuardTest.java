package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nanocell.results.RequestRejected;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {

    private static final long GIB = 1L << 30;

    @Test
    void letsAJobThatFitsPass() {
        assertThatCode(() -> new MemoryGuard(2 * GIB, 2).require(GIB)).doesNotThrowAnyException();
    }

    @Test
    void refusesAJobThatDoesNotFitWithTheFigureAndTheRemedy() {
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> new MemoryGuard(GIB, 1).require(GIB + 1))
                .satisfies(rejected -> {
                    assertThat(rejected.slug()).isEqualTo("too-large");
                    assertThat(rejected.httpStatus()).isEqualTo(422);
                    assertThat(rejected).hasMessageContaining("needs about 1024 MiB");
                    assertThat(rejected.violations().getFirst().remedy()).contains("-Xmx1025m");
                });
    }

    @Test
    void sharesTheHeapAmongParallelJobs() {
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> new MemoryGuard(2 * GIB, 4).require(GIB))
                .withMessageContaining("has 512 MiB for a job")
                .satisfies(
                        rejected -> assertThat(rejected.violations().getFirst().remedy())
                                .contains("-Xmx4096m")
                                .contains("nanocell.jobs.parallel"));
    }
}
