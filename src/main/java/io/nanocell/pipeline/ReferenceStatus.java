package io.nanocell.pipeline;

import io.nanocell.results.Notice;
import java.util.List;

/// All sources, and what the user should know of them (`CORE_REFERENCE_ONLY`).
public record ReferenceStatus(List<ReferenceSource> sources, List<Notice> warnings) {}
