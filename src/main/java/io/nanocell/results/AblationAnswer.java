package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// What the model said to one question of an ablation about one cluster.
///
/// @param outcome CHOSE, ABSTAINED, UNUSABLE or UNAVAILABLE
/// @param label that was chosen; null where none was
/// @param reason why there is no usable answer; null where there is one
/// @param answer raw text; null where none came
/// @param offList tries whose label was off the list
/// @param name of the model
/// @param digest of the model; null where the server did not say
public record AblationAnswer(
        String outcome,
        @Nullable String label,
        @Nullable String reason,
        @Nullable String answer,
        int offList,
        String name,
        @Nullable String digest) {}
