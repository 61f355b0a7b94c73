package io.nanocell.api;

import io.nanocell.results.JobParameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job that is asked for.
///
/// @param parameters absent: all defaults
record JobRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        UUID datasetId,

        @Nullable JobParameters parameters) {}
