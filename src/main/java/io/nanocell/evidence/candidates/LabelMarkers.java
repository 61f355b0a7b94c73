package io.nanocell.evidence.candidates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which genes speak for a label, which are missing, and which speak for another lineage.
final class LabelMarkers {

    private static final int SHOWN = 10;

    /// Nats that a label loses where the cluster has none of its ten strongest markers on the panel.
    private static final double ABSENCE = 1;

    private final LabelWeights weights;
    private final int[][] strongestOnPanel;
    private final int[][] strongestOffPanel;

    /// @param panel approved symbols; null: not known
    LabelMarkers(LabelWeights weights, @Nullable Set<String> panel) {
        this.weights = weights;
        int labels = weights.labels().size();
        this.strongestOnPanel = new int[labels][];
        this.strongestOffPanel = new int[labels][];
        for (int l = 0; l < labels; l++) {
            int[] genes = strongest(weights.row(l));
            strongestOnPanel[l] = filter(genes, panel, true);
            strongestOffPanel[l] = filter(genes, panel, false);
        }
    }

    private static int[] strongest(SparseRow row) {
        return IntStream.range(0, row.index().length)
                .filter(e -> row.values()[e] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer e) -> -row.values()[e])
                        .thenComparing(e -> e))
                .mapToInt(e -> row.index()[e])
                .toArray();
    }

    private int[] filter(int[] genes, @Nullable Set<String> panel, boolean wanted) {
        if (panel == null) {
            return new int[0];
        }
        return IntStream.of(genes)
                .filter(gene -> panel.contains(weights.symbol(gene)) == wanted)
                .limit(SHOWN)
                .toArray();
    }

    /// @return share of the weight of the ten strongest markers on the panel that is missing, in nats, for every label
    double[] absence(Collection<String> missing) {
        double[] against = new double[strongestOnPanel.length];
        if (!missing.isEmpty()) {
            for (int l = 0; l < against.length; l++) {
                double gone = 0;
                double all = 0;
                for (int gene : strongestOnPanel[l]) {
                    double weight = weights.weight(l, gene);
                    gone += missing.contains(weights.symbol(gene)) ? weight : 0;
                    all += weight;
                }
                against[l] = all == 0 ? 0 : ABSENCE * gone / all;
            }
        }
        return against;
    }

    /// @return genes of the list that are markers of the label, by what they add to its support
    List<Integer> supporting(int l, int[] genes) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, genes.length)
                .filter(i -> weights.weight(l, genes[i]) > 0)
                .boxed()
                .toList());
        places.sort(Comparator.comparingDouble(
                i -> -LabelWeights.rankWeight(i, genes.length) * weights.weight(l, genes[i])));
        return places.stream().map(i -> genes[i]).toList();
    }

    /// @return the label's strongest markers on the panel that the cluster lacks
    List<String> absent(int l, Collection<String> missing) {
        return IntStream.of(strongestOnPanel[l])
                .mapToObj(weights::symbol)
                .filter(missing::contains)
                .toList();
    }

    /// @return the label's strongest markers that the panel lacks; none without a panel
    List<String> notOnPanel(int l) {
        return IntStream.of(strongestOffPanel[l]).mapToObj(weights::symbol).toList();
    }

    /// @return the label's strongest markers on the panel
    List<String> onPanel(int l) {
        return IntStream.of(strongestOnPanel[l]).mapToObj(weights::symbol).toList();
    }

    /// @return genes among the first ten of the list that are no markers of the label and speak most for another
    /// lineage
    List<Integer> conflicting(int l, int[] genes, LineageSplit split) {
        String lineage = weights.labels().get(l).lineage();
        return IntStream.of(genes)
                .limit(SHOWN)
                .filter(gene -> gene >= 0 && weights.weight(l, gene) == 0)
                .filter(gene -> {
                    String other = split.lineageOf(gene);
                    return !other.isEmpty() && !other.equals(lineage);
                })
                .boxed()
                .toList();
    }
}
