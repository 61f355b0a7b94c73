package io.nanocell.reference;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which biological processes the annotators gave to each gene, directly; nothing is propagated here.
public final class GoAnnotations {

    private final GeneOntology ontology;
    private final Map<String, SortedMap<String, int[]>> direct; // gene → evidence code → term indices, ascending
    private final SortedSet<String> evidenceCodes;

    private GoAnnotations(GeneOntology ontology, Map<String, SortedMap<String, int[]>> direct) {
        this.ontology = ontology;
        this.direct = direct;
        SortedSet<String> codes = new TreeSet<>();
        direct.values().forEach(terms -> codes.addAll(terms.keySet()));
        codes.remove("");
        this.evidenceCodes = Collections.unmodifiableSortedSet(codes);
    }

    /// @return codes that occur ("IDA", "IEA"); empty where the source states none, so that none can be selected
    public SortedSet<String> evidenceCodes() {
        return evidenceCodes;
    }

    /// @return approved symbols of the annotated genes
    public Set<String> genes() {
        return Collections.unmodifiableSet(direct.keySet());
    }

    /// @param gene approved symbol
    /// @param codes evidence codes that count; empty: all
    /// @return ontology indices of its direct terms, ascending, each once; empty for an unannotated gene
    public int[] direct(String gene, Set<String> codes) {
        return direct.getOrDefault(gene, new TreeMap<>()).entrySet().stream()
                .filter(entry -> codes.isEmpty() || codes.contains(entry.getKey()))
                .flatMapToInt(entry -> Arrays.stream(entry.getValue()))
                .sorted()
                .distinct()
                .toArray();
    }

    /// @param gene approved symbol
    /// @return its direct terms, by id
    public List<GoTerm> terms(String gene) {
        return Arrays.stream(direct(gene, Set.of()))
                .mapToObj(ontology.terms()::get)
                .toList();
    }

    /// @return number of annotations: gene, term and evidence code
    public int size() {
        return direct.values().stream()
                .flatMap(terms -> terms.values().stream())
                .mapToInt(terms -> terms.length)
                .sum();
    }

    /// @param names symbol → the symbols that take its place
    /// @return the same terms under other symbols; one that takes the place of several has the terms of all
    GoAnnotations renamed(Function<String, List<String>> names) {
        Map<String, SortedMap<String, int[]>> others = new TreeMap<>();
        direct.forEach((gene, byCode) -> names.apply(gene).forEach(other -> {
            SortedMap<String, int[]> terms = others.computeIfAbsent(other, _ -> new TreeMap<>());
            byCode.forEach((code, indices) -> terms.merge(code, indices, GoAnnotations::union));
        }));
        return new GoAnnotations(ontology, others);
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b))
                .sorted()
                .distinct()
                .toArray();
    }

    /// Collects annotations as a file gives them: former symbols and former term ids resolve to present ones.
    public static final class Collector {

        private final GeneOntology ontology;
        private final GeneSymbols symbols;
        private final Map<String, String> approved = new HashMap<>();
        private final Map<String, SortedMap<String, SortedSet<Integer>>> found = new TreeMap<>();
        private int unknown;

        public Collector(GeneOntology ontology, GeneSymbols symbols) {
            this.ontology = ontology;
            this.symbols = symbols;
        }

        /// Adds one annotation; a term that the ontology does not know is counted and left out.
        ///
        /// @param symbol present or former
        /// @param evidence its code, empty where the source states none
        /// @param id of the term: live, alternative or obsolete
        public void add(String symbol, String evidence, String id) {
            Optional<String> live = ontology.canonical(id);
            if (live.isEmpty()) {
                unknown++;
                return;
            }
            String gene = approved.computeIfAbsent(symbol, symbols::approved);
            found.computeIfAbsent(gene, _ -> new TreeMap<>())
                    .computeIfAbsent(evidence, _ -> new TreeSet<>())
                    .add(ontology.index(live.get()));
        }

        /// @return number of annotations to terms that the ontology does not know
        public int unknownTerms() {
            return unknown;
        }

        public GoAnnotations finish() {
            Map<String, SortedMap<String, int[]>> direct = new TreeMap<>();
            found.forEach((gene, byCode) -> {
                SortedMap<String, int[]> terms = new TreeMap<>();
                byCode.forEach((code, indices) -> terms.put(
                        code, indices.stream().mapToInt(Integer::intValue).toArray()));
                direct.put(gene, terms);
            });
            return new GoAnnotations(ontology, direct);
        }
    }
}
