package io.nanocell.results;

import java.util.List;

/// An enriched GO term.
public record TermView(
        String goId,
        String name,
        int overlap,
        int studySize,
        int termSize,
        int populationSize,
        double pValue,
        double fdr,
        List<String> genes) {}
