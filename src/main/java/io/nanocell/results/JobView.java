package io.nanocell.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An annotation job as served.
///
/// @param parameters all of them, defaults filled in
public record JobView(
        UUID id,
        UUID datasetId,
        JobState state,
        @Nullable JobStage stage,
        double progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer clusters,
        List<Notice> warnings,
        @Nullable Problem failure,
        @Nullable String resultSha256,
        @Nullable JobQuality quality,
        List<StageTiming> timings,
        JobParameters parameters,
        @Nullable Provenance provenance,
        @Nullable JobMetrics metrics) {}
