package io.nanocell.pipeline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One name for each species, whichever of its names the caller uses.
final class SpeciesName {

    private SpeciesName() {}

    /// @return "human", "mouse", the given name in lower case, or null for null
    static @Nullable String of(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String name = given.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (name) {
            case "homo sapiens", "h. sapiens", "hs", "9606" -> "human";
            case "mus musculus", "m. musculus", "mm", "10090" -> "mouse";
            default -> name;
        };
    }
}
