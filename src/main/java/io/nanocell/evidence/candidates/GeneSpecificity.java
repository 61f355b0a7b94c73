package io.nanocell.evidence.candidates;

import java.util.BitSet;
import java.util.List;

/// How little a gene is shared: idf = ½ ln(1 + N / types that the gene marks) + ½ ln(1 + N / families that it marks), N
/// the types with evidence.
///
/// Relatives make a marker less common than strangers: as families a gene that the sources give for a type and for
/// types
/// below it counts once, and so do the types of one parent that share it. CD3E marks dozens of T cells and is still
/// specific, a gene of as many unrelated types is not. Cost: genes · types bits.
final class GeneSpecificity {

    private GeneSpecificity() {}

    /// @param own evidence of all genes for each type, nothing borrowed
    /// @param types parents before children
    /// @return idf by gene
    static double[] of(SparseRow[] own, TypeGraph types, int genes) {
        int[] typesOf = new int[genes];
        int[] families = new int[genes];
        BitSet[] marked = new BitSet[own.length]; // by the type or what is above it
        BitSet[] ofFamily = new BitSet[own.length]; // counted for the children of a type, or for a root
        int marking = 0;
        for (int type = 0; type < own.length; type++) {
            BitSet above = new BitSet(genes);
            for (int parent : types.parents(type)) {
                above.or(marked[parent]);
            }
            List<Integer> parents = types.parents(type);
            int family = parents.isEmpty() ? type : parents.getFirst();
            if (ofFamily[family] == null) {
                ofFamily[family] = new BitSet(genes);
            }
            marked[type] = above;
            for (int gene : own[type].index()) {
                typesOf[gene]++;
                if (!above.get(gene)) {
                    above.set(gene);
                    families[gene] += ofFamily[family].get(gene) ? 0 : 1;
                    ofFamily[family].set(gene);
                }
            }
            marking += own[type].index().length > 0 ? 1 : 0;
        }
        double[] specificity = new double[genes];
        for (int gene = 0; gene < genes; gene++) {
            double all = StrictMath.log(1 + (double) marking / Math.max(1, typesOf[gene]));
            double apart = StrictMath.log(1 + (double) marking / Math.max(1, families[gene]));
            specificity[gene] = (all + apart) / 2;
        }
        return specificity;
    }
}
