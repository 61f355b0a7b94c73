package io.nanocell.pipeline;

import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sources of markers that an evaluation does without, to see what each of them gains.
///
/// @param sources none: all are in use
public record LeftOutSources(Set<MarkerSource> sources) {

    /// Every source is in use.
    public static final LeftOutSources NONE = new LeftOutSources(Set.of());

    public LeftOutSources {
        sources = Set.copyOf(sources);
    }

    /// @param names of sources by comma, case aside: "ATLAS,PANGLAO_DB"; blank: none
    /// @throws IllegalArgumentException naming those that there are
    public static LeftOutSources named(String names) {
        return new LeftOutSources(Arrays.stream(names.split(","))
                .map(name -> name.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
                .filter(name -> !name.isEmpty())
                .map(LeftOutSources::source)
                .collect(Collectors.toSet()));
    }

    /// @return the sources that there are
    public static List<String> known() {
        return Stream.of(MarkerSource.values())
                .filter(source -> source != MarkerSource.USER)
                .map(MarkerSource::name)
                .toList();
    }

    private static MarkerSource source(String name) {
        if (!known().contains(name)) {
            throw new IllegalArgumentException("%s is none of %s".formatted(name, known()));
        }
        return MarkerSource.valueOf(name);
    }

    /// @return what is known without them
    Knowledge of(Knowledge knowledge) {
        MarkerDatabase database = knowledge.types().database();
        for (MarkerSource source : sources) {
            database = database.without(source);
        }
        return new Knowledge(knowledge.types().with(database), knowledge.go());
    }
}
