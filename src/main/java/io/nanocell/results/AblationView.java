package io.nanocell.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An ablation as served.
///
/// @param progress share of the questions that are answered, 0..1
/// @param settings all of them, defaults filled in
/// @param model that answered; null as long as none was asked
/// @param warnings `MODEL_DIGEST` where another model answered than the pinned one, or one of unknown digest; told when
/// all
/// questions are answered
/// @param rows one per setting whose questions are answered, in the order evidence, enum, top, policy
public record AblationView(
        UUID id,
        UUID jobId,
        JobState state,
        double progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Problem failure,
        AblationSettings settings,
        @Nullable ModelVersion model,
        List<Notice> warnings,
        List<AblationRow> rows) {}
