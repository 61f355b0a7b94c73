package io.nanocell.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reannotation of one cluster as served.
///
/// @param cluster its number
/// @param state QUEUED, RUNNING, SUCCEEDED or FAILED
/// @param parameters all of them: the job's where no others were given
/// @param before the machine's answer when the reannotation was asked for
/// @param after the machine's answer that has taken its place; null unless SUCCEEDED
/// @param provenance what `after` was made with; null unless SUCCEEDED
public record ReannotationView(
        UUID id,
        UUID jobId,
        int cluster,
        JobState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        JobParameters parameters,
        ClusterAnswer before,
        @Nullable ClusterAnswer after,
        List<Notice> warnings,
        @Nullable Problem failure,
        @Nullable Provenance provenance) {}
