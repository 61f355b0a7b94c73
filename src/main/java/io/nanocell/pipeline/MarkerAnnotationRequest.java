package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clusters made elsewhere, to be named.
///
/// @param panel all genes that could have been seen; absent: no enrichment, and chance is judged on all known genes
public record MarkerAnnotationRequest(
        @Nullable String tissue,
        @Nullable String species,
        @Nullable String disease,
        @Nullable List<String> panel,
        @Nullable JobParameters parameters,
        List<MarkerListRequest> clusters) {}
