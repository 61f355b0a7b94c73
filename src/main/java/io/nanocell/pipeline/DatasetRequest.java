package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;
import io.nanocell.results.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a caller says about the files of a dataset.
///
/// @param annotate whether a job is queued at once
/// @param warnings what the caller should know of what was sent along; they become the dataset's
public record DatasetRequest(
        @Nullable String name,
        @Nullable String tissue,
        @Nullable String species,
        @Nullable String disease,
        boolean annotate,
        JobParameters parameters,
        List<Notice> warnings) {

    public DatasetRequest {
        warnings = List.copyOf(warnings);
    }

    /// Without warnings.
    public DatasetRequest(
            @Nullable String name,
            @Nullable String tissue,
            @Nullable String species,
            @Nullable String disease,
            boolean annotate,
            JobParameters parameters) {
        this(name, tissue, species, disease, annotate, parameters, List.of());
    }
}
