package io.nanocell.results;

import java.util.UUID;

/// A job and its state.
public record JobLink(UUID id, JobState state) {}
