package io.nanocell.pipeline;

import io.nanocell.reference.Species;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One name for each species, whichever of its names the caller uses.
final class SpeciesName {

    private SpeciesName() {}

    /// @param given any of a species' names; null or blank: human
    /// @throws RequestRejected for a species whose cell types cannot be named
    static Species supported(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Species.HUMAN;
        }
        return find(given)
                .orElseThrow(() -> new RequestRejected(
                        "unsupported-species",
                        422,
                        "Cell types can be named in human and mouse sections only.",
                        List.of(new ProblemViolation(null, "species", given, "send human or mouse, or leave it out"))));
    }

    /// @return the species of this name, empty for one whose cell types cannot be named
    static Optional<Species> find(String given) {
        return Stream.of(Species.values())
                .filter(species -> species.name().equalsIgnoreCase(of(given)))
                .findFirst();
    }

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
