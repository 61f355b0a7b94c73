package io.nanocell.pipeline;

import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceRelease;
import io.nanocell.results.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sources of markers that the service or an evaluation does without: `nanocell.reference.without`, `--without`.
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

    /// @return their names, sorted
    List<String> names() {
        return sources.stream().map(MarkerSource::name).sorted().toList();
    }

    /// @return what is left without them
    /// @throws IllegalArgumentException if no label is
    MarkerDatabase of(MarkerDatabase database) {
        MarkerDatabase left = database;
        for (MarkerSource source : sources) {
            left = left.without(source);
        }
        if (left.namedTypes().isEmpty()) {
            throw new IllegalArgumentException("without %s there is no label left".formatted(names()));
        }
        return left;
    }

    /// @return whether the source of this name gives no marker; the Cell Ontology's terms stay in use
    boolean leavesOut(ReferenceRelease release) {
        return switch (release.name()) {
            case "CellMarker" ->
                sources.containsAll(List.of(MarkerSource.CELL_MARKER, MarkerSource.CELL_MARKER_CANCER));
            case "Cell Ontology" -> false;
            default -> sources.stream().anyMatch(source -> source.title().equals(release.name()));
        };
    }

    /// @return the warning `SOURCES_LEFT_OUT` of everything that the service says without them
    Optional<Notice> notice() {
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        "SOURCES_LEFT_OUT",
                        "nanocell.reference.without leaves out %s. The confidence was fitted with all sources."
                                .formatted(String.join(", ", names()))));
    }
}
