package io.nanocell.reference;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The biological processes of the Gene Ontology (Ashburner et al., 2000), a graph over is_a and part_of; regulates
/// edges do not pass annotations on and are left out.
///
/// Terms have an index, 0 … size − 1, in the order of their ids: what counts over thousands of terms uses it.
public final class GeneOntology {

    private final List<GoTerm> terms;
    private final Map<String, Integer> indices;
    private final Map<String, String> replacements;
    private final int[][] parents;
    private final int[] depth;

    /// @param terms the live terms, in any order
    /// @param replacements alternative or obsolete id → live id
    /// @throws IllegalArgumentException if an id stands twice, a parent is missing, or a term is its own ancestor
    public GeneOntology(Collection<GoTerm> terms, Map<String, String> replacements) {
        this.terms = terms.stream().sorted(Comparator.comparing(GoTerm::id)).toList();
        this.replacements = Map.copyOf(replacements);
        this.indices = HashMap.newHashMap(terms.size());
        for (int i = 0; i < this.terms.size(); i++) {
            if (indices.put(this.terms.get(i).id(), i) != null) {
                throw new IllegalArgumentException(this.terms.get(i).id() + " stands twice");
            }
        }
        this.parents = this.terms.stream().map(this::parentsOf).toArray(int[][]::new);
        this.depth = depths();
    }

    private int[] parentsOf(GoTerm term) {
        int[] found = new int[term.isA().size() + term.partOf().size()];
        int count = 0;
        for (String parent : term.isA()) {
            found[count++] = parent(term, parent);
        }
        for (String parent : term.partOf()) {
            if (!term.isA().contains(parent)) {
                found[count++] = parent(term, parent);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int parent(GoTerm term, String parent) {
        Integer index = indices.get(parent);
        if (index == null) {
            throw new IllegalArgumentException("%s has the parent %s, which is missing".formatted(term.id(), parent));
        }
        return index;
    }

    /// Longest paths, from the leaves up and then from the roots down (Kahn's order).
    private int[] depths() {
        int[] children = new int[parents.length];
        Arrays.stream(parents).flatMapToInt(Arrays::stream).forEach(parent -> children[parent]++);
        int[] order = new int[parents.length];
        int found = 0;
        for (int term = 0; term < parents.length; term++) {
            if (children[term] == 0) {
                order[found++] = term;
            }
        }
        for (int next = 0; next < found; next++) {
            for (int parent : parents[order[next]]) {
                if (--children[parent] == 0) {
                    order[found++] = parent;
                }
            }
        }
        if (found < parents.length) {
            throw new IllegalArgumentException((parents.length - found) + " terms are their own ancestors");
        }
        int[] longest = new int[parents.length];
        for (int i = found - 1; i >= 0; i--) {
            for (int parent : parents[order[i]]) {
                longest[order[i]] = Math.max(longest[order[i]], longest[parent] + 1);
            }
        }
        return longest;
    }

    /// @return every live term, by index
    public List<GoTerm> terms() {
        return terms;
    }

    /// @return number of live terms
    public int size() {
        return terms.size();
    }

    /// @throws NoSuchElementException if there is no live term of this id
    public int index(String id) {
        Integer index = indices.get(id);
        if (index == null) {
            throw new NoSuchElementException("the Gene Ontology has no live biological process " + id);
        }
        return index;
    }

    /// @throws NoSuchElementException if there is no live term of this id
    public GoTerm term(String id) {
        return terms.get(index(id));
    }

    /// @param id live, alternative or obsolete
    /// @return the live id; empty where there is none, as for functions, components and terms gone for good
    public Optional<String> canonical(String id) {
        String live = replacements.getOrDefault(id, id);
        return indices.containsKey(live) ? Optional.of(live) : Optional.empty();
    }

    /// @return indices of the is_a and part_of parents; shared, not to be written
    public int[] parents(int index) {
        return parents[index];
    }

    /// @return length of the longest path over is_a and part_of up to a root
    public int depth(int index) {
        return depth[index];
    }

    /// @return alternative or obsolete id → live id
    public Map<String, String> replacements() {
        return replacements;
    }

    /// @return ids of the strict ancestors over is_a and part_of, sorted
    /// @throws NoSuchElementException if there is no live term of this id
    public SortedSet<String> ancestors(String id) {
        SortedSet<String> found = new TreeSet<>();
        var open = new ArrayDeque<Integer>(List.of(index(id)));
        while (!open.isEmpty()) {
            for (int parent : parents[open.pop()]) {
                if (found.add(terms.get(parent).id())) {
                    open.push(parent);
                }
            }
        }
        return found;
    }
}
