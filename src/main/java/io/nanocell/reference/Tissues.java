package io.nanocell.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The vocabulary of tissues, `tissues.tsv`: whatever a tissue is called, to which organ groups it belongs.
public final class Tissues {

    /// The groups that are no places: a stage of life, or the whole body.
    private static final Set<String> NO_PLACE = Set.of("embryo", "whole body");

    /// The groups whose words in the name of a cell mean that it lives there.
    private static final Set<String> SOLID =
            Set.of("breast", "eye", "heart", "kidney", "liver", "lung", "ovary", "pancreas", "prostate", "testis");

    private static final Pattern TUMOUR =
            Pattern.compile("cancer|tumou?r|carcinoma|adenoma|sarcoma|melanoma|glioma|glioblastoma|lymphoma|leuka?emi"
                    + "|myeloma|malignan|metasta|neoplas|blastoma");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s_\\-–]+");
    private static final Pattern CASE_CHANGE = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern NEVER = Pattern.compile("(?!)");

    /// One organ group.
    ///
    /// @param words that mean it; a trailing `*` stands for any ending
    /// @param unless words that rule it out
    /// @param lacks Cell Ontology ids of types that are not there, whoever has seen them there
    public record Organ(String name, List<String> words, List<String> unless, Set<String> lacks) {

        public Organ {
            words = List.copyOf(words);
            unless = List.copyOf(unless);
            lacks = Set.copyOf(lacks);
        }
    }

    private record Matcher(Pattern means, Pattern unless) {}

    private final Map<String, Matcher> organs = new LinkedHashMap<>();
    private final Map<String, Set<String>> lacks = new HashMap<>();
    private final List<String> known = new ArrayList<>();

    /// @param organs the groups
    public Tissues(List<Organ> organs) {
        for (Organ organ : organs) {
            this.organs.put(organ.name(), new Matcher(anyOf(organ.words()), anyOf(organ.unless())));
            lacks.put(organ.name(), organ.lacks());
            known.add(organ.name());
            organ.words().stream().filter(word -> !word.endsWith("*")).forEach(known::add);
        }
    }

    private static Pattern anyOf(List<String> words) {
        if (words.isEmpty()) {
            return NEVER;
        }
        return Pattern.compile(words.stream()
                .map(Tissues::plain)
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\w*"
                        : Pattern.quote(word))
                .collect(Collectors.joining("|", "(?:^|[^a-z])(?:", ")(?=$|[^a-z])")));
    }

    /// @return lower case, with hyphens, underscores and changes of case as spaces: "Adult-BoneMarrow" is "adult bone
    /// marrow"
    private static String plain(String text) {
        return SEPARATOR
                .matcher(CASE_CHANGE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /// @return names of all organ groups, in the table's order
    public List<String> organs() {
        return List.copyOf(organs.keySet());
    }

    /// @return whether a type is not in an organ group, even where publications name clusters of it after the type
    public boolean lacks(String organ, String cellOntologyId) {
        return lacks.getOrDefault(organ, Set.of()).contains(cellOntologyId);
    }

    /// @return what [#resolve] understands for certain: organs and their synonyms, without repetition
    public List<String> known() {
        return known.stream().distinct().toList();
    }

    /// @return organ groups that a text mentions, sorted; none where it mentions none
    public SortedSet<String> organsIn(String text) {
        String written = plain(text);
        SortedSet<String> found = new TreeSet<>();
        organs.forEach((organ, matcher) -> {
            boolean means =
                    written.equals(organ) || matcher.means().matcher(written).find();
            if (means && !matcher.unless().matcher(written).find()) {
                found.add(organ);
            }
        });
        return found;
    }

    /// @param tissue "PBMC", "Mammary gland", "kidney cortex", …
    /// @return its organ groups; none where it is the whole body or a stage of life ("fetal development")
    /// @throws UnknownTissueException listing what is known
    public SortedSet<String> resolve(String tissue) {
        SortedSet<String> places = new TreeSet<>(organsIn(tissue));
        if (places.isEmpty()) {
            throw new UnknownTissueException(tissue, known());
        }
        places.removeAll(NO_PLACE);
        return places;
    }

    /// Of ten organs, from breast to testis: a neuron or a vascular cell may be anywhere.
    ///
    /// @param organs those of the sample
    /// @return whether a cell's name mentions such an organ, and none of these: "luminal epithelial cell of mammary
    ///     gland" in a prostate
    public boolean namesOtherOrgan(String cell, Set<String> organs) {
        SortedSet<String> named = organsIn(cell);
        named.retainAll(SOLID);
        return !named.isEmpty() && Collections.disjoint(named, organs);
    }

    /// @return whether a tissue or disease says that the sample is of a tumour
    public static boolean mentionsTumour(String text) {
        return TUMOUR.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
