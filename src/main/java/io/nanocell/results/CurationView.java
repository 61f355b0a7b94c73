package io.nanocell.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A curator's override.
public record CurationView(
        String label,
        @Nullable String cellOntologyId,
        @Nullable String comment,
        String by,
        Instant at) {}
