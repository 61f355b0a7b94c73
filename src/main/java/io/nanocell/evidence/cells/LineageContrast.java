package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Whether the markers of two lineages stand in different cells of a cluster or in the same ones.
///
/// With s(i, L) the mean z of the n(L) markers of lineage L in cell i (z over all cells of the section) and d(i, L) how
/// many of them it shows, a cell tells if it shows at least `minDetected` markers of either lineage. A telling cell is
/// clearly of A if d(i, A) ≥ `minDetected`, d(i, A)/n(A) ≥ d(i, B)/n(B) and s(i, A) − s(i, B) ≥ `minGap`.
///
/// ```text
/// clear         = share of the telling cells that are clearly of A or of B
/// chance        = the same after every gene's values were dealt anew among the cluster's cells
/// exclusivity   = max(0, (clear − chance) / (1 − chance))
/// heterogeneity = exclusivity · min(cells clearly of A, cells clearly of B) / telling cells
/// ```
///
/// In cells of one kind, markers come independently of one another or, with the depth, together: exclusivity is about
/// 0 however few transcripts they have, though some cells show three of B and none of A. In a mixture they exclude each
/// other. The rarer of the two counts, so that it does not matter which lineage is taken for the cluster's.
///
/// Time O(entries of the cluster), memory 12 bytes per cell and 4 per marker entry.
public final class LineageContrast {

    private static final long SEED = 0x6e616e6f63656c6cL;

    private final FloatCsrMatrix expression;
    private final GeneScales scales;
    private final double minGap;
    private final int minDetected;

    /// @param expression cells × genes, log-normalised
    public LineageContrast(FloatCsrMatrix expression, double minGap, int minDetected) {
        this.expression = expression;
        this.scales = new GeneScales(expression);
        this.minGap = minGap;
        this.minDetected = minDetected;
    }

    /// What the cells of a cluster show of two lineages.
    ///
    /// @param telling cells that show enough of either
    /// @param first cells clearly of the one
    /// @param second cells clearly of the other
    /// @param chance share of the telling cells that are clear if the genes are independent, 0..1
    public record Contrast(int telling, int first, int second, double chance) {

        /// @return 0..0.5; 0 if no cell tells
        public double heterogeneity() {
            if (telling == 0 || chance >= 1) {
                return 0;
            }
            double clear = (double) (first + second) / telling;
            return Math.max(0, (clear - chance) / (1 - chance)) * Math.min(first, second) / telling;
        }
    }

    /// @param cells of the cluster
    /// @param first columns of the one lineage's markers
    /// @param second of the other's, none of them among the first
    public Contrast of(int[] cells, int[] first, int[] second) {
        double[] weight = new double[expression.columns()]; // negative for the second
        int[] slot = new int[expression.columns()];
        Arrays.fill(slot, -1);
        double empty = 0;
        for (int m = 0; m < first.length + second.length; m++) {
            boolean one = m < first.length;
            int gene = one ? first[m] : second[m - first.length];
            slot[gene] = m;
            weight[gene] = one ? scales.weight(gene, first.length) : -scales.weight(gene, second.length);
            empty -= scales.mean(gene) * weight[gene];
        }
        int[] entries = new int[first.length + second.length];
        visit(cells, slot, (_, gene, _) -> entries[slot[gene]]++);
        float[][] values = new float[entries.length][];
        Arrays.setAll(values, m -> new float[entries[m]]);
        Arrays.fill(entries, 0);
        var seen = new ContrastTally(cells.length, first.length, second.length, empty);
        visit(cells, slot, (i, gene, value) -> {
            int m = slot[gene];
            values[m][entries[m]++] = value;
            seen.add(i, m < first.length, value * weight[gene]);
        });
        var dealt = new ContrastTally(cells.length, first.length, second.length, empty);
        var deal = new Deal(cells.length);
        for (int m = 0; m < values.length; m++) {
            boolean one = m < first.length;
            double scale = weight[one ? first[m] : second[m - first.length]];
            deal.start();
            for (float value : values[m]) {
                dealt.add(deal.next(), one, value * scale);
            }
        }
        return seen.contrast(minGap, minDetected, dealt.clear(minGap, minDetected));
    }

    private interface Entries {
        void visit(int i, int gene, float value);
    }

    private void visit(int[] cells, int[] slot, Entries entries) {
        for (int i = 0; i < cells.length; i++) {
            for (int e = expression.rowStart()[cells[i]]; e < expression.rowStart()[cells[i] + 1]; e++) {
                if (slot[expression.columnIndex()[e]] >= 0 && expression.values()[e] > 0) {
                    entries.visit(i, expression.columnIndex()[e], expression.values()[e]);
                }
            }
        }
    }

    /// Draws cells without replacement, for one gene after the other, with a Fisher–Yates shuffle that goes as far as
    /// the gene has values.
    private static final class Deal {

        private final SplittableRandom random = new SplittableRandom(SEED);
        private final int[] order;
        private int drawn;

        Deal(int cells) {
            order = new int[cells];
            Arrays.setAll(order, i -> i);
        }

        void start() {
            drawn = 0;
        }

        int next() {
            int other = random.nextInt(drawn, order.length);
            int cell = order[other];
            order[other] = order[drawn];
            order[drawn++] = cell;
            return cell;
        }
    }
}
