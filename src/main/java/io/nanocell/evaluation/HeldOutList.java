package io.nanocell.evaluation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A marker list whose type its own source states, to be ranked without that source.
///
/// @param id unique among the lists of one call
/// @param publication what must be left out before it is ranked: all that this publication, study or database says
/// @param tissue as the source writes it, lower case; null where it names none
/// @param markers approved symbols, at most ten, strongest first, those of one weight in random order
/// @param expert the Cell Ontology id that the source's name stands for
public record HeldOutList(
        String id, String publication, @Nullable String tissue, List<String> markers, Set<String> expert) {

    public HeldOutList {
        markers = List.copyOf(markers);
        expert = Set.copyOf(expert);
    }
}
