package io.nanocell.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ParallelTest {

    static final int THREADS = Parallel.threads();

    @BeforeEach
    void useThreeThreads() {
        Parallel.useThreads(3);
    }

    @AfterEach
    void restoreThreads() {
        Parallel.useThreads(THREADS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1024, 1025, 100_000})
    void visitsEveryIndexOnce(int length) {
        var visits = new AtomicIntegerArray(length);

        Parallel.forEach(length, visits::incrementAndGet);

        for (int i = 0; i < length; i++) {
            assertThat(visits.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 4", "9, 3, 3", "0, 3, 0", "2, 100, 1"})
    void cutsChunksByLengthAlone(int length, int size, int count) {
        for (int threads : new int[] {1, 2, 5}) {
            Parallel.useThreads(threads);
            int[] from = new int[count];
            Arrays.fill(from, -1);
            Parallel.chunks(length, size, (chunk, start, end) -> {
                from[chunk] = start;
                assertThat(end).isEqualTo(Math.min(length, start + size));
            });
            for (int chunk = 0; chunk < count; chunk++) {
                assertThat(from[chunk]).isEqualTo(chunk * size);
            }
        }
    }

    @Test
    void usesSeveralThreads() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        var all = new CountDownLatch(3);

        Parallel.chunks(3, 1, (_, _, _) -> {
            seen.add(Thread.currentThread());
            all.countDown();
            assertThat(await(all)).isTrue(); // each chunk waits for the others
        });

        assertThat(seen).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void runsNestedLoopsOnTheirOwnThread() {
        var strayed = new AtomicBoolean();

        Parallel.chunks(8, 1, (_, _, _) -> {
            Thread outer = Thread.currentThread();
            Parallel.chunks(
                    8,
                    1,
                    (_, _, _) ->
                            strayed.compareAndSet(false, !Thread.currentThread().equals(outer)));
        });

        assertThat(strayed).isFalse();
    }

    @Test
    void throwsWhatAHelperThrew() {
        Thread caller = Thread.currentThread();
        var helper = new CountDownLatch(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> Parallel.chunks(2, 1, (_, _, _) -> {
                    if (!Thread.currentThread().equals(caller)) {
                        helper.countDown();
                        throw new IllegalStateException("from a helper");
                    }
                    await(helper);
                }))
                .withMessage("from a helper");
    }

    @Test
    void startsNoChunkAfterAFailure() {
        var started = new AtomicInteger();

        assertThatIllegalStateException()
                .isThrownBy(() -> Parallel.chunks(1_000_000, 1, (_, _, _) -> {
                    started.incrementAndGet();
                    throw new IllegalStateException("each one");
                }));

        assertThat(started).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void returnsOnlyWhenNobodyWorksAnyMore() {
        var working = new AtomicInteger();
        Thread caller = Thread.currentThread();
        var helper = new CountDownLatch(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> Parallel.chunks(2, 1, (_, _, _) -> {
                    if (Thread.currentThread().equals(caller)) {
                        await(helper);
                        throw new IllegalStateException("the caller gives up");
                    }
                    working.incrementAndGet();
                    helper.countDown();
                    sleep(100);
                    working.decrementAndGet();
                }));

        assertThat(working).hasValue(0);
    }

    @Test
    void asksHelpersToo() {
        var asked = ConcurrentHashMap.<Thread>newKeySet();
        var all = new CountDownLatch(3);

        BooleanSupplier remember = () -> {
            asked.add(Thread.currentThread());
            return false;
        };
        Cancellation.run(
                remember,
                () -> Parallel.chunks(3, 1, (_, _, _) -> {
                    all.countDown();
                    await(all);
                }));

        assertThat(asked).hasSize(3);
    }

    @Test
    void endsWhenCancelled() {
        var done = new AtomicInteger();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Cancellation.run(
                        () -> done.get() >= 10, () -> Parallel.chunks(1000, 1, (_, _, _) -> done.incrementAndGet())));

        assertThat(done).hasValueBetween(10, 13);
    }

    @Test
    void doesNotWaitForHelpersThatNeverBegan() throws InterruptedException {
        Parallel.useThreads(2);
        var release = new CountDownLatch(1);
        var busy = new CountDownLatch(2);
        Thread other = Thread.ofPlatform()
                .start(() -> Parallel.chunks(2, 1, (_, _, _) -> {
                    busy.countDown();
                    await(release);
                }));
        await(busy); // the only helper is taken

        Parallel.chunks(4, 1, (_, _, _) -> {});

        release.countDown();
        other.join();
    }

    @Test
    void survivesAChangeOfThreadsWhileLoopsRun() throws InterruptedException {
        var sum = new AtomicInteger();
        Thread loops = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 300; i++) {
                Parallel.chunks(10, 1, (_, _, _) -> sum.incrementAndGet());
            }
        });
        for (int threads = 1; loops.isAlive(); threads = threads % 4 + 1) {
            Parallel.useThreads(threads);
        }
        loops.join();

        assertThat(sum).hasValue(3000);
    }

    @Test
    void keepsAnInterruptForTheCaller() {
        Thread.currentThread().interrupt();

        Parallel.chunks(3, 1, (_, _, _) -> {});

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesNoThreads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parallel.useThreads(0))
                .withMessageContaining("0");
        assertThat(Parallel.threads()).isEqualTo(3);
    }

    @Test
    void refusesChunksOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Parallel.chunks(5, 0, (_, _, _) -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> Parallel.chunks(-1, 5, (_, _, _) -> {}));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
