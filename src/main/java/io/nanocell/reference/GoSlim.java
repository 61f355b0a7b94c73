package io.nanocell.reference;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A small cut of the Gene Ontology that sums the many terms up (goslim_generic).
public final class GoSlim {

    private final GeneOntology ontology;
    private final Set<String> ids = new HashSet<>();

    /// @param ids of the slim's terms; those that are no live biological process, and roots, which say nothing, are
    /// left out
    public GoSlim(GeneOntology ontology, Collection<String> ids) {
        this.ontology = ontology;
        ids.stream()
                .flatMap(id -> ontology.canonical(id).stream())
                .filter(id -> ontology.parents(ontology.index(id)).length > 0)
                .forEach(this.ids::add);
    }

    /// @return ids of its terms, sorted
    public SortedSet<String> ids() {
        return new TreeSet<>(ids);
    }

    /// @return number of its terms
    public int size() {
        return ids.size();
    }

    /// @param id of a live term
    /// @return the term itself if it is in the slim, else its deepest ancestor that is: the one with the longest
    /// path over is_a and part_of to a root, ties by id; empty where it has none
    /// @throws java.util.NoSuchElementException if there is no live term of this id
    public Optional<GoTerm> project(String id) {
        if (ids.contains(id)) {
            return Optional.of(ontology.term(id));
        }
        Optional<String> deepest = Optional.empty();
        for (String ancestor : ontology.ancestors(id)) { // sorted, so the first of equals stays
            if (ids.contains(ancestor)
                    && depth(ancestor) > deepest.map(this::depth).orElse(-1)) {
                deepest = Optional.of(ancestor);
            }
        }
        return deepest.map(ontology::term);
    }

    private int depth(String id) {
        return ontology.depth(ontology.index(id));
    }
}
