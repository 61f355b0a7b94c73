package io.nanocell.evidence.candidates;

import io.nanocell.reference.Label;
import io.nanocell.reference.Lineages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Shares the markers of a list out among lineages, no marker to two of them.
///
/// The lineage of the best-supported label takes every marker that speaks for any of its labels at least
/// [#TAKES] times as much as for any label of the lineages still to come; then the next one, on what is left. Labels of
/// no lineage (stem cells, "leukocyte") take no part. A lineage's support is that of its best label on its own markers,
/// weighted as a list of their own.
final class LineageSplit {

    /// A gene shared by lineages goes to the best supported one unless another has more than twice the claim.
    private static final double TAKES = 0.5;

    /// Fewer markers make no lineage: nearly every list has one gene that marks something else.
    private static final int FEWEST = 3;

    /// The markers of one lineage.
    ///
    /// @param lineage its name
    /// @param support of its best label on these markers, > 0
    /// @param genes gene indices, in list order
    record Share(String lineage, double support, int[] genes) {}

    private final LabelWeights weights;
    private final List<String> names;
    private final int[] lineageOf; // of each label; names.size() for none

    LineageSplit(LabelWeights weights) {
        this.weights = weights;
        Map<String, Integer> index = new TreeMap<>();
        for (Label label : weights.labels()) {
            if (!label.lineage().equals(Lineages.OTHER)) {
                index.putIfAbsent(label.lineage(), 0);
            }
        }
        this.names = List.copyOf(index.keySet());
        this.lineageOf = weights.labels().stream()
                .mapToInt(label -> {
                    int lineage = names.indexOf(label.lineage());
                    return lineage < 0 ? names.size() : lineage;
                })
                .toArray();
    }

    /// @param genes gene indices in rank order, −1 for genes that no source knows
    /// @return the lineages that have three markers or more, best supported first
    List<Share> of(int[] genes) {
        double[][] claims = new double[genes.length][names.size() + 1];
        boolean[] left = new boolean[genes.length];
        for (int i = 0; i < genes.length; i++) {
            weights.greatest(genes[i], lineageOf, claims[i]);
            left[i] = genes[i] >= 0;
        }
        boolean[] served = new boolean[names.size()];
        List<Share> shares = new ArrayList<>();
        while (true) {
            int lineage = best(genes, left, served);
            if (lineage < 0) {
                break;
            }
            served[lineage] = true;
            int[] taken = take(lineage, genes, left, served, claims);
            if (taken.length >= FEWEST) {
                shares.add(new Share(names.get(lineage), support(lineage, taken), taken));
            }
        }
        shares.sort(Comparator.comparingDouble(share -> -share.support()));
        return shares;
    }

    /// @return lineage of the label with the greatest support on the markers left, −1 where none has any
    private int best(int[] genes, boolean[] left, boolean[] served) {
        double[] support = new double[lineageOf.length];
        for (int i = 0; i < genes.length; i++) {
            if (left[i]) {
                weights.add(genes[i], LabelWeights.rankWeight(i, genes.length), support);
            }
        }
        int best = -1;
        double most = 0;
        for (int l = 0; l < support.length; l++) {
            int lineage = lineageOf[l];
            if (support[l] > most && lineage < names.size() && !served[lineage]) {
                most = support[l];
                best = lineage;
            }
        }
        return best;
    }

    private int[] take(int lineage, int[] genes, boolean[] left, boolean[] served, double[][] claims) {
        int[] taken = new int[genes.length];
        int count = 0;
        for (int i = 0; i < genes.length; i++) {
            double own = claims[i][lineage];
            double others = 0;
            for (int other = 0; other < names.size(); other++) {
                others = served[other] ? others : Math.max(others, claims[i][other]);
            }
            if (left[i] && own > 0 && own >= TAKES * others) {
                left[i] = false;
                taken[count++] = genes[i];
            }
        }
        return Arrays.copyOf(taken, count);
    }

    private double support(int lineage, int[] genes) {
        double[] support = weights.support(genes);
        double best = 0;
        for (int l = 0; l < support.length; l++) {
            best = lineageOf[l] == lineage ? Math.max(best, support[l]) : best;
        }
        return best;
    }

    /// @return lineage for which a gene speaks most, empty where it speaks for none
    String lineageOf(int gene) {
        double[] claims = new double[names.size() + 1];
        weights.greatest(gene, lineageOf, claims);
        int best = -1;
        double most = 0;
        for (int lineage = 0; lineage < names.size(); lineage++) {
            if (claims[lineage] > most) {
                best = lineage;
                most = claims[lineage];
            }
        }
        return best < 0 ? "" : names.get(best);
    }
}
