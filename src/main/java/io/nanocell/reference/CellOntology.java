package io.nanocell.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The is_a graph of the Cell Ontology.
public final class CellOntology {

    /// An ancestor that covers more of the ontology than this says too little to count as half right.
    private static final double GENERAL_SHARE = 0.10;

    private final Map<String, CellType> types = new LinkedHashMap<>();
    private final Map<String, String> replacements;
    private final Map<String, SortedSet<String>> ancestors = new HashMap<>();
    private final Map<String, Integer> descendants = new HashMap<>();
    private final Map<String, Integer> depths = new ConcurrentHashMap<>();

    /// @param types the live terms
    /// @param replacements alternative or obsolete id → live id
    public CellOntology(Collection<CellType> types, Map<String, String> replacements) {
        types.forEach(type -> this.types.put(type.id(), type));
        this.replacements = Map.copyOf(replacements);
        for (String id : this.types.keySet()) {
            descendants.merge(id, 1, Integer::sum);
            collectAncestors(id).forEach(ancestor -> descendants.merge(ancestor, 1, Integer::sum));
        }
    }

    private SortedSet<String> collectAncestors(String id) {
        SortedSet<String> known = ancestors.get(id);
        if (known != null) {
            return known;
        }
        SortedSet<String> collected = new TreeSet<>();
        CellType type = types.get(id);
        if (type != null) {
            for (String parent : type.parents()) {
                collected.add(parent);
                collected.addAll(collectAncestors(parent));
            }
        }
        SortedSet<String> all = Collections.unmodifiableSortedSet(collected);
        ancestors.put(id, all);
        return all;
    }

    /// @return every live term, in file order
    public Collection<CellType> types() {
        return types.values();
    }

    /// @throws NoSuchElementException if there is no live term of this id
    public CellType type(String id) {
        CellType type = types.get(id);
        if (type == null) {
            throw new NoSuchElementException("the Cell Ontology has no live term " + id);
        }
        return type;
    }

    /// @param id live, alternative or obsolete, with `:` or `_`
    /// @return the live id, empty where there is none
    public Optional<String> canonical(String id) {
        String written = id.replace('_', ':');
        String live = replacements.getOrDefault(written, written);
        return types.containsKey(live) ? Optional.of(live) : Optional.empty();
    }

    /// @return ids of the is_a parents, sorted; empty for an unknown id
    public List<String> parents(String id) {
        CellType type = types.get(id);
        return type == null ? List.of() : type.parents().stream().sorted().toList();
    }

    /// @return number of is_a steps on the longest path up to a term without parents; 0 for an unknown id
    public int depth(String id) {
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        int depth = 0;
        CellType type = types.get(id);
        if (type != null) {
            for (String parent : type.parents()) {
                depth = Math.max(depth, depth(parent) + 1);
            }
        }
        depths.put(id, depth);
        return depth;
    }

    /// @return ids of the strict is_a ancestors, sorted; empty for an unknown id
    public SortedSet<String> ancestors(String id) {
        return ancestors.getOrDefault(id, Collections.emptySortedSet());
    }

    /// @return whether `ancestor` is a strict is_a ancestor of `descendant`
    public boolean isAncestor(String ancestor, String descendant) {
        return ancestors(descendant).contains(ancestor);
    }

    /// @return whether one is the other or its ancestor
    public boolean onOnePath(String a, String b) {
        return a.equals(b) || isAncestor(a, b) || isAncestor(b, a);
    }

    /// @return number of live terms at or below this one
    public int subtreeSize(String id) {
        return descendants.getOrDefault(id, 0);
    }

    /// @return whether the term covers more than 10 % of the ontology
    public boolean isGeneral(String id) {
        return subtreeSize(id) > GENERAL_SHARE * types.size();
    }

    /// The ontology score of a prediction: 1 for an expert's term, 0.5 where one is an ancestor of the other and that
    /// ancestor is not general, else 0.
    public double score(Set<String> expert, String predicted) {
        if (expert.contains(predicted)) {
            return 1;
        }
        for (String id : expert) {
            boolean above = isAncestor(predicted, id) && !isGeneral(predicted);
            boolean below = isAncestor(id, predicted) && !isGeneral(id);
            if (above || below) {
                return 0.5;
            }
        }
        return 0;
    }
}
