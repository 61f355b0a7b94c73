package io.nanocell.reference.files;

import io.nanocell.reference.GeneSymbols;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads HCOP, the orthology predictions that HGNC compares, in its fifteen columns: a row per pair of a human and a
/// mouse gene, with the resources that assert it. Source: genenames.org/tools/hcop (Yates et al., Briefings in
/// Bioinformatics 2021, bbab155).
///
/// A mouse gene's orthologs are the human genes that most resources name, if five of the twelve or more do, all of them
/// on a tie; and the human gene of the same letters, which the nomenclature committees give to orthologs, if two do.
public final class HcopTable {

    private static final int FEWEST = 5;
    private static final int FEWEST_OF_SAME_LETTERS = 2;
    private static final String NONE = "-";

    private HcopTable() {}

    /// @return mouse symbol → approved human symbols of its orthologs, none where no pair is asserted well enough
    /// @throws io.nanocell.reference.UnreadableReferenceException if it is no such table
    public static SortedMap<String, SortedSet<String>> read(ReferenceFile file, GeneSymbols symbols) {
        SortedMap<String, SortedMap<String, Set<String>>> asserted = new TreeMap<>();
        new Table(file, "human_symbol", "mouse_symbol", "support").forEach(row -> {
            String mouse = row.get("mouse_symbol");
            String human = row.get("human_symbol");
            if (!mouse.isEmpty() && !mouse.equals(NONE)) {
                Map<String, Set<String>> of = asserted.computeIfAbsent(mouse, _ -> new TreeMap<>());
                if (!human.isEmpty() && !human.equals(NONE)) {
                    Set<String> resources = of.computeIfAbsent(symbols.approved(human), _ -> new TreeSet<>());
                    Arrays.stream(row.get("support").split(","))
                            .map(String::strip)
                            .filter(resource -> !resource.isEmpty())
                            .forEach(resources::add);
                }
            }
        });
        SortedMap<String, SortedSet<String>> orthologs = new TreeMap<>();
        asserted.forEach((mouse, humans) -> orthologs.put(mouse, best(mouse, humans)));
        return orthologs;
    }

    private static SortedSet<String> best(String mouse, Map<String, Set<String>> humans) {
        int most = humans.isEmpty()
                ? 0
                : Collections.max(humans.values().stream().map(Set::size).toList());
        SortedSet<String> best = new TreeSet<>();
        humans.forEach((human, resources) -> {
            boolean sameLetters = human.equalsIgnoreCase(mouse) && resources.size() >= FEWEST_OF_SAME_LETTERS;
            if (sameLetters || (resources.size() == most && most >= FEWEST)) {
                best.add(human);
            }
        });
        return best;
    }
}
