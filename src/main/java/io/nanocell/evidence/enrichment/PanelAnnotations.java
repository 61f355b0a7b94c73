package io.nanocell.evidence.enrichment;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GoAnnotations;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The biological processes of every panel gene, its direct terms and all their ancestors over is_a and part_of (the
/// true path rule). Made once per job.
///
/// Time and memory O(genes · ancestors): some 100 terms for a well-studied gene.
public final class PanelAnnotations {

    private final GeneOntology ontology;
    private final List<String> genes;
    private final Map<String, Integer> indices;
    private final int[][] terms;
    private final int[] termSize;

    /// @param population approved symbols of the panel's kept genes; one that stands twice counts once
    /// @param evidenceCodes codes that count; empty: all
    public PanelAnnotations(
            GeneOntology ontology, GoAnnotations annotations, List<String> population, Set<String> evidenceCodes) {
        this.ontology = ontology;
        this.genes = List.copyOf(new LinkedHashSet<>(population));
        this.indices = HashMap.newHashMap(genes.size());
        this.terms = new int[genes.size()][];
        this.termSize = new int[ontology.size()];
        int[] seenBy = new int[ontology.size()]; // gene + 1 that reached the term last
        for (int gene = 0; gene < genes.size(); gene++) {
            indices.put(genes.get(gene), gene);
            terms[gene] = propagate(annotations.direct(genes.get(gene), evidenceCodes), seenBy, gene + 1);
            for (int term : terms[gene]) {
                termSize[term]++;
            }
        }
    }

    private int[] propagate(int[] direct, int[] seenBy, int mark) {
        int[] reached = new int[Math.max(16, direct.length)];
        int count = 0;
        for (int term : direct) {
            if (seenBy[term] != mark) {
                seenBy[term] = mark;
                reached[count++] = term;
            }
        }
        for (int next = 0; next < count; next++) { // grows while it is walked: breadth first
            for (int parent : ontology.parents(reached[next])) {
                if (seenBy[parent] != mark) {
                    seenBy[parent] = mark;
                    reached = count < reached.length ? reached : Arrays.copyOf(reached, 2 * count);
                    reached[count++] = parent;
                }
            }
        }
        return Arrays.copyOf(reached, count);
    }

    GeneOntology ontology() {
        return ontology;
    }

    /// @return N, the genes of the panel, annotated or not
    public int size() {
        return genes.size();
    }

    /// @return whether the gene is on the panel
    public boolean contains(String gene) {
        return indices.containsKey(gene);
    }

    /// @return ontology indices of all terms of a panel gene, in no order; shared
    int[] termsOf(String gene) {
        Integer index = indices.get(gene);
        return index == null ? new int[0] : terms[index];
    }

    /// @return K, the panel genes annotated to a term
    int termSize(int term) {
        return termSize[term];
    }
}
