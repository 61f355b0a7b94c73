package io.nanocell.evidence.enrichment;

import io.nanocell.evidence.EnrichedTerm;
import io.nanocell.evidence.stats.BenjaminiHochberg;
import io.nanocell.reference.GoTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Over-representation of biological processes among study genes, within the panel (as goatools' find_enrichment).
///
/// One-sided hypergeometric P(X ≥ k) for every term of `minTermSize` … `maxTermSize` panel genes; Benjamini–Hochberg
/// over ALL of them, those without overlap included. Genes without annotation stay in both counts.
///
/// @param minTermSize fewest panel genes of a tested term, ≥ 1
/// @param maxTermSize most panel genes of a tested term, ≥ minTermSize
/// @param maxFdr largest false discovery rate of a reported term, in [0, 1]
/// @param minOverlap fewest study genes of a reported term, ≥ 1
public record OverRepresentation(int minTermSize, int maxTermSize, double maxFdr, int minOverlap) {

    static final Comparator<EnrichedTerm> BEST_FIRST = Comparator.comparingDouble(EnrichedTerm::fdr)
            .thenComparingDouble(EnrichedTerm::pValue)
            .thenComparing(Comparator.comparingInt(EnrichedTerm::overlap).reversed())
            .thenComparing(EnrichedTerm::goId);

    public OverRepresentation {
        if (minTermSize < 1 || maxTermSize < minTermSize) {
            throw new IllegalArgumentException(
                    "term sizes must be 1 ≤ min ≤ max, got %d and %d".formatted(minTermSize, maxTermSize));
        }
        if (!(maxFdr >= 0 && maxFdr <= 1)) {
            throw new IllegalArgumentException("maxFdr must be in [0, 1], got " + maxFdr);
        }
        if (minOverlap < 1) {
            throw new IllegalArgumentException("minOverlap must be ≥ 1, got " + minOverlap);
        }
    }

    /// @param study genes of the panel; others are left out
    /// @return the terms that are over-represented, sorted by FDR, p, overlap and id
    public List<EnrichedTerm> test(PanelAnnotations panel, List<String> study) {
        Set<String> drawn = new LinkedHashSet<>(study);
        drawn.removeIf(gene -> !panel.contains(gene));
        int[] overlap = overlaps(panel, drawn);
        int[] tested = tested(panel, overlap.length);
        double[] p = new double[tested.length];
        var tail = new HypergeometricTail(panel.size(), drawn.size());
        for (int i = 0; i < tested.length; i++) {
            p[i] = tail.atLeast(panel.termSize(tested[i]), overlap[tested[i]]);
        }
        double[] fdr = BenjaminiHochberg.adjust(p);
        List<EnrichedTerm> found = new ArrayList<>();
        for (int i = 0; i < tested.length; i++) {
            if (fdr[i] <= maxFdr && overlap[tested[i]] >= minOverlap) {
                found.add(term(panel, tested[i], drawn, p[i], fdr[i]));
            }
        }
        found.sort(BEST_FIRST);
        return List.copyOf(found);
    }

    private static int[] overlaps(PanelAnnotations panel, Set<String> study) {
        int[] overlap = new int[panel.ontology().size()];
        for (String gene : study) {
            for (int term : panel.termsOf(gene)) {
                overlap[term]++;
            }
        }
        return overlap;
    }

    private int[] tested(PanelAnnotations panel, int terms) {
        return IntStream.range(0, terms)
                .filter(term -> panel.termSize(term) >= minTermSize && panel.termSize(term) <= maxTermSize)
                .toArray();
    }

    private static EnrichedTerm term(PanelAnnotations panel, int index, Set<String> study, double p, double fdr) {
        GoTerm term = panel.ontology().terms().get(index);
        List<String> genes = study.stream()
                .filter(gene -> Arrays.stream(panel.termsOf(gene)).anyMatch(t -> t == index))
                .toList();
        return new EnrichedTerm(
                term.id(), term.name(), genes.size(), study.size(), panel.termSize(index), panel.size(), p, fdr, genes);
    }
}
