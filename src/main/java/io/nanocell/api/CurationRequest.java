package io.nanocell.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A curator's name for a cluster.
///
/// @param label from the label space, spelled as there
record CurationRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String label,

        @Nullable String comment) {}
