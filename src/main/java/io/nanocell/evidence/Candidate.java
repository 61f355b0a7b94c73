package io.nanocell.evidence;

import java.util.List;

/// An admissible label and what speaks for it.
///
/// @param label its name, unique within the label space
/// @param cellOntologyId "CL:0000182"
/// @param lineage name of its lineage in `lineages.tsv`
/// @param support Σ W over the cluster's markers, ≥ 0
/// @param posterior softmax over the label space, 0..1
/// @param branchPosterior posterior of it and of the labels above and below it, general ones aside, 0..1: by the
/// ranking
/// the probability that the label is right, which an ancestor or descendant of the truth is too
/// @param pValue against the label's own null
/// @param pValueMax against the best support of a random list over the whole label space: the one that enters verdicts
/// @param supporting cluster markers that are markers of the label, strongest first
/// @param absentOnPanel markers of the label that are on the panel and not in the cluster
/// @param notOnPanel strongest markers of the label that the panel lacks: they count neither way
/// @param conflicting top markers of the cluster that speak for another lineage
public record Candidate(
        String label,
        String cellOntologyId,
        String lineage,
        double support,
        double posterior,
        double branchPosterior,
        double pValue,
        double pValueMax,
        List<String> supporting,
        List<String> absentOnPanel,
        List<String> notOnPanel,
        List<String> conflicting) {}
