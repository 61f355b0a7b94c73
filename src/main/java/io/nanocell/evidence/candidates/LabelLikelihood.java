package io.nanocell.evidence.candidates;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How much likelier a list of markers is if it was drawn from a label's evidence than if it was drawn from everyone's.
///
/// A marker is drawn from label t with probability p(g|t) = (E + m · q) / (L + m): E the evidence of gene g for t, L
/// its sum over the panel, q the gene's share of the evidence for all types on the panel, m = 30 pseudo-lists. The
/// logarithm of p(g|t) / q is added up over the list with the weights of its ranks (naive Bayes with a Dirichlet
/// prior). It tells siblings apart where the support does not: a long, general label pays for genes that a list lacks.
final class LabelLikelihood {

    private static final double PSEUDO = 30;

    private final GeneColumns columns; // ln(1 + E / (m · q))
    private final double[] unseen; // ln(m / (L + m)) of every label: what each marker of the list costs

    /// @param onPanel whether a gene may be a marker, by gene
    LabelLikelihood(MarkerEvidence evidence, int[] types, boolean[] onPanel) {
        double all = IntStream.range(0, onPanel.length)
                .filter(gene -> onPanel[gene])
                .mapToDouble(evidence::total)
                .sum();
        this.unseen = new double[types.length];
        SparseRow[] rows = new SparseRow[types.length];
        for (int l = 0; l < types.length; l++) {
            SparseRow row = evidence.row(types[l]);
            double length = 0;
            double[] values = new double[row.values().length];
            for (int e = 0; e < values.length; e++) {
                int gene = row.index()[e];
                length += onPanel[gene] ? row.values()[e] : 0;
                values[e] = StrictMath.log1p(row.values()[e] * all / (PSEUDO * evidence.total(gene)));
            }
            rows[l] = new SparseRow(row.index(), values);
            unseen[l] = StrictMath.log(PSEUDO / (Math.max(1, length) + PSEUDO));
        }
        this.columns = new GeneColumns(rows, onPanel.length);
    }

    /// @param genes gene indices in rank order, −1 for genes that no source knows: they say nothing
    /// @return Σ (1 − 0.4 · i/n) · ln(p(g|t) / q), for every label
    double[] of(int[] genes) {
        double known = 0;
        double[] ratio = new double[unseen.length];
        for (int i = 0; i < genes.length; i++) {
            double weight = LabelWeights.rankWeight(i, genes.length);
            known += genes[i] >= 0 ? weight : 0;
            columns.add(genes[i], weight, ratio);
        }
        double cost = known;
        Arrays.setAll(ratio, l -> ratio[l] + cost * unseen[l]);
        return ratio;
    }
}
