package io.nanocell.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SectionSlotsTest {

    @Test
    void theSecondWaitsForTheFirst() throws InterruptedException {
        var slots = new SectionSlots(1);
        var inside = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> slots.within(() -> false, () -> {
            inside.countDown();
            return wait(end);
        }));
        inside.await();
        var second = CompletableFuture.supplyAsync(() -> slots.within(() -> false, end::getCount));
        Thread.sleep(300);
        assertThat(second).isNotDone();
        end.countDown();
        assertThat(first.join()).contains(true);
        assertThat(second.join()).contains(0L);
    }

    @Test
    void whoWaitsWhenTheServiceStopsHasDoneNothing() {
        var slots = new SectionSlots(1);
        var stopping = new AtomicBoolean();
        Optional<Boolean> outer = slots.within(() -> false, () -> {
            var waiting = CompletableFuture.supplyAsync(() -> slots.within(stopping::get, () -> "never"));
            stopping.set(true);
            return waiting.join().isEmpty();
        });
        assertThat(outer).contains(true);
        assertThat(slots.within(() -> true, () -> "never")).isEmpty();
    }

    @Test
    void workThatThrowsLeavesItsSlotFree() {
        var slots = new SectionSlots(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> slots.within(() -> false, () -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(slots.within(() -> false, () -> "next")).contains("next");
    }

    private static boolean wait(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
