package io.nanocell.evidence;

import java.util.List;

/// What speaks for a whole lineage on markers that no other lineage of the list claims.
///
/// @param lineage name in `lineages.tsv`
/// @param support of the best label of the lineage on its disjoint markers
/// @param pValueMax against the best support of any label for a random list of as many genes
/// @param genes the disjoint markers
public record LineageSupport(String lineage, double support, double pValueMax, List<String> genes) {}
