package io.nanocell.api;

import io.nanocell.results.JobParameters;
import org.jspecify.annotations.Nullable;

/// A cluster that is to be annotated again.
///
/// @param parameters tissue, disease, labelSpace, candidates, inference and confidence; what is absent is the
/// job's
record ReannotationRequest(@Nullable JobParameters parameters) {}
