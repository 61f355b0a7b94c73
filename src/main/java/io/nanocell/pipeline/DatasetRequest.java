package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;
import org.jspecify.annotations.Nullable;

/// What a caller says about the files of a dataset.
///
/// @param annotate whether a job is queued at once
public record DatasetRequest(
        @Nullable String name,
        @Nullable String tissue,
        @Nullable String species,
        @Nullable String disease,
        boolean annotate,
        JobParameters parameters) {}
