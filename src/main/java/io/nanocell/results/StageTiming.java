package io.nanocell.results;

/// Wall time of a stage.
public record StageTiming(JobStage stage, double seconds) {}
