package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.api.JobEvent.Position;
import io.nanocell.results.JobStage;
import io.nanocell.results.JobState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobEventTest {

    @Test
    void newListenerHearsEveryStageAndTheProgress() {
        var events = JobEvent.since(Position.NOTHING, Samples.job(JobState.RUNNING, JobStage.MARKERS, 0.5));
        assertThat(events).extracting(JobEvent::name).containsExactly("stage", "stage", "stage", "progress");
        assertThat(events.getLast().data())
                .isEqualTo(new JobEvent.ProgressData(JobState.RUNNING, JobStage.MARKERS, 0.5));
    }

    @Test
    void everyPlaceIsOneToGoOnFrom() {
        var job = Samples.job(JobState.SUCCEEDED, JobStage.STORE, 1);
        var events = JobEvent.since(Position.NOTHING, job);
        for (int i = 0; i < events.size(); i++) {
            var told = Position.parse(events.get(i).position().toString());
            assertThat(JobEvent.since(told, job))
                    .extracting(JobEvent::name)
                    .containsExactlyElementsOf(events.subList(i + 1, events.size()).stream()
                            .map(JobEvent::name)
                            .toList());
        }
    }

    @Test
    void nothingIsToldTwice() {
        var job = Samples.job(JobState.RUNNING, JobStage.SPATIAL, 0.25);
        var last = JobEvent.since(Position.NOTHING, job).getLast().position();
        assertThat(JobEvent.since(last, job)).isEmpty();
        assertThat(JobEvent.since(last, Samples.job(JobState.RUNNING, JobStage.SPATIAL, 0.5)))
                .hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7", "a-b-c-d-e", "1-2-3-4", "1-2-3-4-5", "99999999999999999999-1-1-1-NONE"})
    void foreignIdMeansNothingTold(@Nullable String id) {
        assertThat(Position.parse(id)).isEqualTo(Position.NOTHING);
    }
}
