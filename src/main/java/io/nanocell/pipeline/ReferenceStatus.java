package io.nanocell.pipeline;

import io.nanocell.results.Notice;
import java.util.List;

/// All sources, and what the user should know of them (`CORE_REFERENCE_ONLY`).
///
/// @param leftOut sources of markers that the service was told to do without
public record ReferenceStatus(List<ReferenceSource> sources, List<String> leftOut, List<Notice> warnings) {}
