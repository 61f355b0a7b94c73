package io.nanocell.reference.build;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.TissueMention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds up what the publications of a database say of each type, and keeps the strongest genes.
///
/// A gene's strength for a type is ln(1 + E) · idf^1.5, steeper than in the ranking, E with what the atlases say of the
/// same gene; at most 120 genes of a type stay. On the Azimuth clusters 40 genes scored 0.663, 80 0.669, 120 0.676 and
/// the official files 0.682.
final class CoreFacts {

    static final int GENES_PER_TYPE = 120;

    /// One source's word on one type.
    record Key(String cellOntologyId, MarkerSource source) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::cellOntologyId)
                    .thenComparing(Key::source)
                    .compare(this, other);
        }
    }

    private final CellOntology ontology;
    private final NamesUsed names;
    private final MarkerDatabase atlas;
    private final SortedMap<Key, Map<String, Double>> weights = new TreeMap<>();
    private final SortedMap<Key, Map<String, Integer>> publications = new TreeMap<>();
    private final SortedMap<Key, Double> lists = new TreeMap<>();
    private final SortedMap<Key, Map<String, Double>> tissues = new TreeMap<>();

    /// @param database with lists of PanglaoDB and CellMarker only
    /// @param atlas further evidence for the choice of genes; adds none
    CoreFacts(MarkerDatabase database, MarkerDatabase atlas, CellOntology ontology, NamesUsed names) {
        this.ontology = ontology;
        this.names = names;
        this.atlas = atlas;
        for (MarkerList list : database.lists()) {
            var key = new Key(list.cellOntologyId(), list.source());
            lists.merge(key, list.lists(), Double::sum);
            Map<String, Double> sums = weights.computeIfAbsent(key, _ -> new TreeMap<>());
            Map<String, Integer> counts = publications.computeIfAbsent(key, _ -> new TreeMap<>());
            list.weights().forEach((gene, weight) -> {
                sums.merge(gene, weight, Double::sum);
                counts.merge(gene, 1, Integer::sum);
            });
        }
        for (TissueMention mention : database.mentions()) {
            tissues.computeIfAbsent(new Key(mention.cellOntologyId(), mention.source()), _ -> new TreeMap<>())
                    .merge(mention.tissue(), mention.weight(), Double::sum);
        }
    }

    /// @return rows of `core-types.tsv`, header first
    List<String> types() {
        List<String> rows = new ArrayList<>();
        rows.add("cl_id\tlabel\tsource\tnames\tlists\ttissues");
        lists.forEach((key, count) -> rows.add(String.join(
                "\t",
                key.cellOntologyId(),
                ontology.type(key.cellOntologyId()).name(),
                key.source().name(),
                String.join("|", names.of(key)),
                number(count),
                tissues.getOrDefault(key, Map.of()).entrySet().stream()
                        .map(tissue -> tissue.getKey() + "=" + number(tissue.getValue()))
                        .reduce((a, b) -> a + "|" + b)
                        .orElse(""))));
        return rows;
    }

    /// @return rows of `core-markers.tsv.gz`, header first: by type, then source, then weight, strongest first
    List<String> markers() {
        Map<String, Set<String>> kept = strongest();
        List<String> rows = new ArrayList<>();
        rows.add("label\tcl_id\tsource\tname\tgene\tpublications\tweight");
        weights.forEach((key, genes) -> genes.entrySet().stream()
                .filter(gene ->
                        kept.getOrDefault(key.cellOntologyId(), Set.of()).contains(gene.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(gene -> rows.add(String.join(
                        "\t",
                        ontology.type(key.cellOntologyId()).name(),
                        key.cellOntologyId(),
                        key.source().name(),
                        names.of(key, gene.getKey()),
                        gene.getKey(),
                        publications
                                .getOrDefault(key, Map.of())
                                .getOrDefault(gene.getKey(), 0)
                                .toString(),
                        number(gene.getValue())))));
        return rows;
    }

    private Map<String, Set<String>> strongest() {
        SortedMap<String, Map<String, Double>> evidence = new TreeMap<>();
        weights.forEach((key, genes) -> {
            Map<String, Double> sums = evidence.computeIfAbsent(key.cellOntologyId(), _ -> new TreeMap<>());
            genes.forEach((gene, weight) -> sums.merge(gene, weight, Double::sum));
        });
        for (MarkerList list : atlas.lists()) {
            Map<String, Double> sums = evidence.getOrDefault(list.cellOntologyId(), Map.of());
            list.weights().forEach((gene, weight) -> {
                if (sums.containsKey(gene)) {
                    sums.merge(gene, weight, Double::sum);
                }
            });
        }
        Map<String, Integer> marked = new TreeMap<>();
        evidence.values().forEach(genes -> genes.keySet().forEach(gene -> marked.merge(gene, 1, Integer::sum)));
        Map<String, Set<String>> kept = new TreeMap<>();
        evidence.forEach((id, genes) -> {
            Map<String, Double> strength = new TreeMap<>(genes);
            strength.replaceAll((gene, sum) -> {
                double idf = StrictMath.log(1 + (double) evidence.size() / marked.getOrDefault(gene, 1));
                return StrictMath.log1p(sum) * StrictMath.pow(idf, 1.5);
            });
            kept.put(
                    id,
                    new HashSet<>(strength.entrySet().stream()
                            .sorted(Map.Entry.<String, Double>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(GENES_PER_TYPE)
                            .map(Map.Entry::getKey)
                            .toList()));
        });
        return kept;
    }

    /// @return four significant digits, without trailing zeros
    static String number(double value) {
        return new BigDecimal(String.format(Locale.ROOT, "%.4g", value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
