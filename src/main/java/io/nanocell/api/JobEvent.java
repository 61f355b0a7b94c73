package io.nanocell.api;

import io.nanocell.results.JobStage;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something to tell a listener: a stage was entered, progress was made, a warning came up, or the state changed.
///
/// @param name "stage", "progress" or "log"
/// @param position what the listener knows after it; its text is the event's id
record JobEvent(String name, Position position, Object data) {

    private static final List<JobStage> STAGES = List.of(JobStage.values());

    record StageData(JobState state, @Nullable JobStage stage) {}

    record ProgressData(JobState state, @Nullable JobStage stage, double progress) {}

    record LogData(String code, String message) {}

    /// How much of a job a listener has been told. It is a function of the job's state alone, so a listener that comes
    /// back with its last id goes on exactly there, whatever server it meets.
    ///
    /// @param attempt start of this attempt in epoch milliseconds, 0 before: after a retry everything is told anew
    /// @param stages stages entered
    /// @param permille progress
    /// @param logs warnings told
    /// @param state null: none told yet
    record Position(
            long attempt,
            int stages,
            int permille,
            int logs,
            @Nullable JobState state) {

        static final Position NOTHING = new Position(-1, 0, 0, 0, null);

        private static final String STATES =
                Arrays.stream(JobState.values()).map(JobState::name).collect(Collectors.joining("|"));
        private static final Pattern ID =
                Pattern.compile("(\\d{1,18})-(\\d{1,4})-(\\d{1,4})-(\\d{1,6})-(" + STATES + "|NONE)");

        /// An id that is none of ours means: nothing told yet.
        static Position parse(@Nullable String id) {
            Matcher parts = ID.matcher(id == null ? "" : id);
            return parts.matches()
                    ? new Position(
                            Long.parseLong(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(4)),
                            parts.group(5).equals("NONE") ? null : JobState.valueOf(parts.group(5)))
                    : NOTHING;
        }

        static Position of(JobView job) {
            return new Position(
                    job.startedAt() == null ? 0 : job.startedAt().toEpochMilli(),
                    job.stage() == null
                            ? 0
                            : EnumSet.range(JobStage.INGEST, job.stage()).size(),
                    (int) (1_000 * job.progress()),
                    job.warnings().size(),
                    job.state());
        }

        @Override
        public String toString() {
            return "%d-%d-%d-%d-%s".formatted(attempt, stages, permille, logs, state == null ? "NONE" : state);
        }
    }

    /// @return what a listener that knows `told` has to hear of the job, in order; the last one's position is the job's
    static List<JobEvent> since(Position told, JobView job) {
        Position now = Position.of(job);
        Position from = told.attempt() == now.attempt() ? told : new Position(now.attempt(), 0, 0, 0, null);
        List<JobEvent> events = new ArrayList<>();
        for (int log = from.logs(); log < now.logs(); log++) {
            var warning = job.warnings().get(log);
            events.add(new JobEvent(
                    "log",
                    new Position(now.attempt(), from.stages(), from.permille(), log + 1, from.state()),
                    new LogData(warning.code(), warning.message())));
        }
        for (int stage = from.stages(); stage < now.stages(); stage++) {
            events.add(new JobEvent(
                    "stage",
                    new Position(now.attempt(), stage + 1, from.permille(), now.logs(), from.state()),
                    new StageData(job.state(), STAGES.get(stage))));
        }
        if (from.permille() != now.permille() || from.state() != now.state()) {
            events.add(new JobEvent("progress", now, new ProgressData(job.state(), job.stage(), job.progress())));
        }
        return events;
    }
}
