package io.nanocell.evidence;

import org.jspecify.annotations.Nullable;

/// A gene of one cluster against all other kept cells. In a marker list made elsewhere, what was not given is null.
///
/// @param gene approved symbol
/// @param log2FoldChange log2((expm1(mean_in) + 1e-9) / (expm1(mean_out) + 1e-9))
/// @param pctIn share of the cluster's cells with a count
/// @param pctOut share of the other cells with a count
/// @param meanIn mean log-normalised value in the cluster
/// @param meanOut mean log-normalised value outside
/// @param z Wilcoxon rank-sum z, positive where the gene is higher in the cluster
/// @param pValue two-sided
/// @param pAdjusted Benjamini–Hochberg over all genes of the cluster
/// @param effect (pctIn − pctOut) · min(L, 4), L the fold change at pseudocount 0.01: what markers are ranked by
public record MarkerGene(
        String gene,
        @Nullable Double log2FoldChange,
        @Nullable Double pctIn,
        @Nullable Double pctOut,
        @Nullable Double meanIn,
        @Nullable Double meanOut,
        @Nullable Double z,
        @Nullable Double pValue,
        @Nullable Double pAdjusted,
        @Nullable Double effect) {

    /// A gene of which only the name is known.
    public static MarkerGene named(String gene) {
        return new MarkerGene(gene, null, null, null, null, null, null, null, null, null);
    }
}
