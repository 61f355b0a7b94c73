package io.nanocell.api;

import io.nanocell.results.JobParameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job that is asked for.
///
/// @param parameters absent: all defaults
record JobRequest(@Nullable UUID datasetId, @Nullable JobParameters parameters) {}
