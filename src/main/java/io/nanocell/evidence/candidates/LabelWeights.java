package io.nanocell.evidence.candidates;

import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Weight W of every gene for every label: 1.71 · ln(1 + E/2) · idf / L^0.3, L the label's total evidence on the panel.
/// A gene of one list weighs what ln(1 + E) would give it.
final class LabelWeights {

    private static final double LENGTH_POWER = 0.3;

    /// So many lists that the next one adds half of what the first did.
    private static final double SATURATION = 2;

    private static final double ONE_LIST = StrictMath.log1p(1) / StrictMath.log1p(1 / SATURATION);

    private final List<Label> labels;
    private final MarkerEvidence evidence;
    private final Map<String, Integer> index = new HashMap<>();
    private final GeneColumns columns;
    private final LabelLikelihood likelihood;
    private final SparseRow[] rows;
    private final double[] lists;

    /// @param panel approved symbols; null: every gene counts in L
    LabelWeights(MarkerModel model, LabelSpace space, @Nullable Collection<String> panel) {
        this.labels = space.labels();
        this.evidence = model.evidence();
        this.rows = new SparseRow[labels.size()];
        this.lists = new double[labels.size()];
        boolean[] onPanel = onPanel(panel);
        int[] types = new int[rows.length];
        for (int l = 0; l < rows.length; l++) {
            types[l] = model.types().indexOf(labels.get(l).cellOntologyId());
            index.put(labels.get(l).cellOntologyId(), l);
            rows[l] = weighted(evidence.row(types[l]), onPanel);
            lists[l] = evidence.lists(types[l]);
        }
        this.columns = new GeneColumns(rows, evidence.genes().size());
        this.likelihood = new LabelLikelihood(evidence, types, onPanel);
    }

    private boolean[] onPanel(@Nullable Collection<String> panel) {
        boolean[] on = new boolean[evidence.genes().size()];
        if (panel == null) {
            Arrays.fill(on, true);
            return on;
        }
        for (String symbol : panel) {
            int gene = evidence.indexOf(symbol);
            if (gene >= 0) {
                on[gene] = true;
            }
        }
        return on;
    }

    private SparseRow weighted(SparseRow row, boolean[] onPanel) {
        double length = 0;
        for (int e = 0; e < row.index().length; e++) {
            length += onPanel[row.index()[e]] ? row.values()[e] : 0;
        }
        double norm = StrictMath.pow(Math.max(1, length), LENGTH_POWER);
        double[] weights = new double[row.values().length];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = ONE_LIST
                    * StrictMath.log1p(row.values()[e] / SATURATION)
                    * evidence.specificity(row.index()[e])
                    / norm;
        }
        return new SparseRow(row.index(), weights);
    }

    List<Label> labels() {
        return labels;
    }

    /// @return index of a label by Cell Ontology id, −1 where it is none
    int indexOf(String cellOntologyId) {
        return index.getOrDefault(cellOntologyId, -1);
    }

    /// @return index of an approved symbol, −1 where no source knows it
    int gene(String symbol) {
        return evidence.indexOf(symbol);
    }

    String symbol(int gene) {
        return evidence.genes().get(gene);
    }

    int genes() {
        return evidence.genes().size();
    }

    /// @return how many lists, damped, speak of the label itself
    double lists(int l) {
        return lists[l];
    }

    /// @return weights of all genes for a label, by gene
    SparseRow row(int l) {
        return rows[l];
    }

    /// @return whether any label knows the gene
    boolean isKnown(int gene) {
        return columns.isKnown(gene);
    }

    /// Adds factor · W of a gene to the support of every label.
    ///
    /// @param gene −1 adds nothing
    /// @param support one per label, changed
    void add(int gene, double factor, double[] support) {
        columns.add(gene, factor, support);
    }

    /// @return weight of a gene for a label, 0 where the gene is no marker of it
    double weight(int l, int gene) {
        int place = gene < 0 ? -1 : Arrays.binarySearch(rows[l].index(), gene);
        return place < 0 ? 0 : rows[l].values()[place];
    }

    /// Writes the greatest weight of a gene for any label of each group.
    ///
    /// @param groupOf group of each label
    /// @param greatest one per group, overwritten
    void greatest(int gene, int[] groupOf, double[] greatest) {
        columns.greatest(gene, groupOf, greatest);
    }

    /// @return Σ (1 − 0.4 · i/n) · W over the genes, i from 0, for every label; unknown genes keep their places
    double[] support(int[] genes) {
        double[] support = new double[labels.size()];
        for (int i = 0; i < genes.length; i++) {
            add(genes[i], rankWeight(i, genes.length), support);
        }
        return support;
    }

    /// @return ln of how much likelier the genes are for every label than at large, see [LabelLikelihood]
    double[] likelihood(int[] genes) {
        return likelihood.of(genes);
    }

    /// @return weight of the i-th of n markers, i from 0
    static double rankWeight(int i, int n) {
        return 1 - 0.4 * i / n;
    }
}
