package io.nanocell.evidence.candidates;

import java.util.Arrays;

/// Values of genes for labels, kept by gene, since a list of markers is scored by adding up columns.
///
/// Gene g's entries are `e = start[g] … start[g + 1] − 1`: label `label[e]` with `value[e]`.
final class GeneColumns {

    private final int[] start;
    private final int[] label;
    private final double[] value;

    /// @param rows values of all genes for each label, by gene
    GeneColumns(SparseRow[] rows, int genes) {
        this.start = new int[genes + 1];
        for (SparseRow row : rows) {
            for (int gene : row.index()) {
                start[gene + 1]++;
            }
        }
        for (int gene = 1; gene < start.length; gene++) {
            start[gene] += start[gene - 1];
        }
        this.label = new int[start[genes]];
        this.value = new double[label.length];
        int[] next = start.clone();
        for (int l = 0; l < rows.length; l++) {
            for (int e = 0; e < rows[l].index().length; e++) {
                int place = next[rows[l].index()[e]]++;
                label[place] = l;
                value[place] = rows[l].values()[e];
            }
        }
    }

    /// @return whether any label has a value for the gene
    boolean isKnown(int gene) {
        return gene >= 0 && start[gene + 1] > start[gene];
    }

    /// Adds factor · value of a gene to the sum of every label.
    ///
    /// @param gene −1 adds nothing
    /// @param sums one per label, changed
    void add(int gene, double factor, double[] sums) {
        if (gene >= 0) {
            for (int e = start[gene]; e < start[gene + 1]; e++) {
                sums[label[e]] += factor * value[e];
            }
        }
    }

    /// Writes the greatest value of a gene for any label of each group.
    ///
    /// @param groupOf group of each label
    /// @param greatest one per group, overwritten
    void greatest(int gene, int[] groupOf, double[] greatest) {
        Arrays.fill(greatest, 0);
        if (gene >= 0) {
            for (int e = start[gene]; e < start[gene + 1]; e++) {
                int group = groupOf[label[e]];
                greatest[group] = Math.max(greatest[group], value[e]);
            }
        }
    }
}
