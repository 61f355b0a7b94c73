package io.nanocell.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nanocell.numerics.Cancellation;
import io.nanocell.results.JobState;
import io.nanocell.results.Problem;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.StoredRuns;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RunBoundaryTest {

    private static final UUID ID = UUID.randomUUID();

    /// The state of one run, in memory.
    private static final class OneRun implements StoredRuns<String> {

        JobState state = JobState.QUEUED;

        @Nullable
        Problem failure;

        @Override
        public Optional<String> start(UUID id) {
            boolean open = !state.isFinal();
            state = open ? JobState.RUNNING : state;
            return open ? Optional.of("begun") : Optional.empty();
        }

        @Override
        public void putBack(UUID id) {
            state = JobState.QUEUED;
        }

        @Override
        public void fail(UUID id, Problem problem) {
            if (state == JobState.RUNNING) {
                state = JobState.FAILED;
                failure = problem;
            }
        }

        @Override
        public Optional<JobState> state(UUID id) {
            return Optional.of(state);
        }

        @Override
        public List<UUID> unfinished() {
            return List.of(ID);
        }
    }

    private final OneRun run = new OneRun();

    private RunBoundary<String> boundary(RunWork<String> work) {
        return new RunBoundary<>("try", run, work, SectionSlots.UNLIMITED);
    }

    private @Nullable String failureOf(RunWork<String> work) {
        assertThat(boundary(work).run(ID)).isTrue();
        assertThat(run.state).isEqualTo(JobState.FAILED);
        return run.failure == null ? null : run.failure.type();
    }

    @Test
    void workGetsWhatItBeginsWithAndStoresItsOwnSuccess() {
        assertThat(boundary((_, begun) -> {
                            assertThat(begun).isEqualTo("begun");
                            run.state = JobState.SUCCEEDED;
                        })
                        .run(ID))
                .isTrue();
        assertThat(run.state).isEqualTo(JobState.SUCCEEDED);
        assertThat(boundary((_, _) -> {
                            throw new IllegalStateException("runs twice");
                        })
                        .run(ID))
                .isTrue();
    }

    @Test
    void memoryThatDoesNotSufficeIsAFailureWithARemedy() {
        assertThat(failureOf((_, _) -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo("out-of-memory");
    }

    @Test
    void whatTheCallerCanMendKeepsItsSlug() {
        assertThat(failureOf((_, _) -> {
                    throw new RequestRejected("malformed-bundle", 422, "a file is gone", List.of());
                }))
                .isEqualTo("malformed-bundle");
    }

    @Test
    void aDefectIsNamedAsOne() {
        assertThat(failureOf((_, _) -> {
                    throw new IllegalArgumentException("not foreseen");
                }))
                .isEqualTo("internal-error");
    }

    @Test
    void aLostDatabaseIsNoEnd() {
        var boundary = boundary((_, _) -> {
            throw new DataAccessResourceFailureException("lost", new SQLException("broken", "08006"));
        });
        assertThatIllegalStateException().isThrownBy(() -> boundary.run(ID));
        assertThat(run.state).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aServiceThatStopsPutsItBack() {
        var boundary = new RunBoundary<?>[1];
        boundary[0] = boundary((_, _) -> {
            boundary[0].stop();
            Cancellation.check();
        });
        assertThat(boundary[0].run(ID)).isFalse();
        assertThat(run.state).isEqualTo(JobState.QUEUED);
        assertThat(boundary[0].run(ID)).isFalse();
        boundary[0].goOn();
        assertThat(run.state).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whoIsNoLongerRunningIsToldWithinASecondOrSo() {
        long start = System.nanoTime();
        assertThat(boundary((_, _) -> {
                            run.state = JobState.CANCELLED;
                            while (System.nanoTime() - start < 10_000_000_000L) {
                                Cancellation.check();
                                Thread.onSpinWait();
                            }
                        })
                        .run(ID))
                .isTrue();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(run.state).isEqualTo(JobState.CANCELLED);
    }
}
