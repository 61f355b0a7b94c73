package io.nanocell.api;

import org.jspecify.annotations.Nullable;

/// A curator's name for a cluster.
///
/// @param label from the label space, spelled as there
record CurationRequest(@Nullable String label, @Nullable String comment) {}
