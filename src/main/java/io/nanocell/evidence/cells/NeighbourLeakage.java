package io.nanocell.evidence.cells;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// The share of a cluster's marker signal that the neighbours of other clusters explain, 0 … 1.
///
/// With x(i, g) = expm1 of the log-normalised value, so linear in transcripts, for cell i of cluster c, over all
/// clusters' markers g, and m(g) the mean of x(·, g) over all cells:
///
/// ```text
/// e(i, g)    = Σ over contact neighbours j outside c of x(j, g) / number of contact neighbours    exposure
/// λ          = Σ_c Σ_g cov_c(x, e) / m² / Σ_c Σ_g var_c(e) / m²    over g that are no markers of c; in [0, 1]
/// leakage(c) = mean over the markers g of c of min(1, λ · mean_c e(·, g) / mean_c x(·, g))
/// ```
///
/// λ, one for the section, is how much of what the neighbours have arrives in a cell. It is learnt from genes that
/// mark other clusters only: a cell has little reason of its own to show more of them the more its neighbours do.
/// A cluster whose markers its neighbours hardly have leaks nothing whatever λ; one that shows no more of them
/// than arrives from next door has borrowed them all. In the spirit of ResolVI's neighbour terms (Ergen and Yosef)
/// and of SoupX' contamination fraction from genes that should not be there (Young and Behjati, 2020), reduced to
/// one number. Niches in which both sides change together raise λ: it is an upper bound.
///
/// Time O(contacts · genes per cell + cells · markers), memory four sums per marker and chunk of one cluster.
public final class NeighbourLeakage {

    private static final int CHUNK = 2048;

    private final FloatCsrMatrix expression;
    private final CsrMatrix contacts;
    private final int[] cluster;

    /// @param expression cells × genes, log-normalised
    /// @param contacts cells × cells, an entry for each pair in contact, no cell with itself; weights are not used
    /// @param cluster of every cell
    public NeighbourLeakage(FloatCsrMatrix expression, CsrMatrix contacts, int[] cluster) {
        if (contacts.rows() != expression.rows() || contacts.columns() != expression.rows()) {
            throw new IllegalArgumentException("contacts are %d × %d but there are %d cells"
                    .formatted(contacts.rows(), contacts.columns(), expression.rows()));
        }
        this.expression = expression;
        this.contacts = contacts;
        this.cluster = cluster;
    }

    /// @param cells of each cluster; none empty
    /// @param own per cluster and gene whether it is a marker of the cluster
    /// @return leakage per cluster; 0 for a cluster without markers
    public double[] of(int[][] cells, boolean[][] own) {
        int[] slot = new int[expression.columns()];
        int markers = number(slot, own);
        MarkerSums[] sums = new MarkerSums[cells.length];
        for (int c = 0; c < cells.length; c++) {
            Cancellation.check();
            sums[c] = sum(cells[c], slot, markers);
        }
        boolean[][] ownSlots = new boolean[cells.length][markers];
        for (int gene = 0; gene < slot.length; gene++) {
            for (int c = 0; c < cells.length && slot[gene] >= 0; c++) {
                ownSlots[c][slot[gene]] = own[c][gene];
            }
        }
        double[] overall = MarkerSums.means(sums, markers);
        double rate = MarkerSums.rate(sums, ownSlots, overall);
        double[] leakage = new double[cells.length];
        Arrays.setAll(leakage, c -> sums[c].explained(ownSlots[c], rate));
        return leakage;
    }

    /// Gives each gene that marks any cluster a slot, −1 to the others.
    private static int number(int[] slot, boolean[][] own) {
        int markers = 0;
        for (int gene = 0; gene < slot.length; gene++) {
            boolean marker = false;
            for (boolean[] ofCluster : own) {
                marker |= ofCluster[gene];
            }
            slot[gene] = marker ? markers++ : -1;
        }
        return markers;
    }

    private MarkerSums sum(int[] cells, int[] slot, int markers) {
        MarkerSums[] partials = new MarkerSums[Parallel.chunkCount(cells.length, CHUNK)];
        Parallel.chunks(cells.length, CHUNK, (chunk, from, to) -> {
            var partial = new MarkerSums(markers);
            double[] x = new double[markers];
            double[] e = new double[markers];
            for (int i = from; i < to; i++) {
                Arrays.fill(x, 0);
                Arrays.fill(e, 0);
                addTo(x, cells[i], 1, slot);
                expose(e, cells[i], slot);
                partial.add(x, e);
            }
            partials[chunk] = partial;
        });
        var total = new MarkerSums(markers);
        for (MarkerSums partial : partials) { // in chunk order
            total.add(partial);
        }
        return total;
    }

    private void expose(double[] e, int cell, int[] slot) {
        int from = contacts.rowStart()[cell];
        int to = contacts.rowStart()[cell + 1];
        for (int contact = from; contact < to; contact++) {
            int neighbour = contacts.columnIndex()[contact];
            if (cluster[neighbour] != cluster[cell]) {
                addTo(e, neighbour, 1.0 / (to - from), slot);
            }
        }
    }

    private void addTo(double[] target, int cell, double share, int[] slot) {
        for (int entry = expression.rowStart()[cell]; entry < expression.rowStart()[cell + 1]; entry++) {
            int g = slot[expression.columnIndex()[entry]];
            if (g >= 0) {
                target[g] += share * StrictMath.expm1(expression.values()[entry]);
            }
        }
    }
}
