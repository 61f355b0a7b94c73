package io.nanocell.evidence;

import java.util.List;

/// A Gene Ontology term that the study genes share more than chance allows (goatools' "study" and "population").
///
/// @param goId "GO:0006955"
/// @param name of the term
/// @param overlap study genes annotated to it, k
/// @param studySize n
/// @param termSize population genes annotated to it, K
/// @param populationSize N
/// @param pValue P(X ≥ k), hypergeometric
/// @param fdr Benjamini–Hochberg over all tested terms
/// @param genes the overlap, in study order
public record EnrichedTerm(
        String goId,
        String name,
        int overlap,
        int studySize,
        int termSize,
        int populationSize,
        double pValue,
        double fdr,
        List<String> genes) {}
