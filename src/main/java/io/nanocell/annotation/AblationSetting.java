package io.nanocell.annotation;

/// One way to run inference and to decide.
///
/// @param question what the model is asked
/// @param policy how much its choice counts
public record AblationSetting(AblationQuestion question, Policy policy) {}
