package io.nanocell.reference.files;

import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.TissueMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/// Gathers the rows of a database into its lists: one per key, in the order of their first rows.
final class ListCollector {

    /// Tissues that a database names where it means none.
    private static final Set<String> NO_TISSUE = Set.of(
            "immune system", "vasculature", "connective tissue", "epithelium", "smooth muscle", "undefined", "na", "");

    /// What rows of one list have in common; `variant` keeps lists of one publication and type apart.
    record Key(MarkerSource source, String publication, String cellOntologyId, String variant) {}

    private final Map<Key, Map<String, Double>> genes = new LinkedHashMap<>();
    private final Map<Key, String> names = new LinkedHashMap<>();
    private final Set<TissueMention> mentions = new LinkedHashSet<>();

    /// @param join what becomes of a gene that stands twice in one list: (before, now) → weight
    void add(Key key, String name, String gene, double weight, DoubleBinaryOperator join) {
        names.putIfAbsent(key, name);
        genes.computeIfAbsent(key, _ -> new LinkedHashMap<>()).merge(gene, weight, join::applyAsDouble);
    }

    void mention(Key key, String tissue, double weight) {
        if (!NO_TISSUE.contains(tissue)) {
            mentions.add(new TissueMention(key.source(), key.publication(), key.cellOntologyId(), tissue, weight));
        }
    }

    /// How much a list counts and what each gene of it gets.
    interface Weighting {
        /// @return the finished list; genes of no weight left out
        MarkerList list(Key key, String name, Map<String, Double> genes);
    }

    MarkerDatabase finish(Weighting weighting) {
        List<MarkerList> lists = new ArrayList<>();
        genes.forEach((key, list) -> lists.add(weighting.list(key, names.getOrDefault(key, ""), list)));
        return new MarkerDatabase(lists, List.copyOf(mentions));
    }
}
