package io.nanocell.evidence.cells;

/// How many cells of a cluster belong to another lineage than the cluster.
///
/// The cluster's lineage has the best mean score over its cells. A cell tells its lineage if it shows at least
/// `minDetected` different markers of one: fewer, of a handful of transcripts, tell nothing, and a cell that tells
/// nothing is left out above and below the line. A telling cell counts as foreign if its best lineage is another one
/// and that is clear:
///
/// 1. its score beats that of the cluster's lineage by at least `minGap`;
/// 2. at least `minDetected` different markers of it are there;
/// 3. they are no fewer than those of the cluster's lineage.
///
/// A z alone would be moved by two stray transcripts of genes that are rare in the section; ambient RNA and leakage
/// add some foreign markers, but do not take the own ones away.
///
/// @param minGap difference of mean z, ≥ 0
/// @param minDetected different markers, ≥ 1
/// @param minTelling fewest telling cells for an answer, ≥ 1
public record ClusterMixture(double minGap, int minDetected, int minTelling) {

    public ClusterMixture {
        if (!(minGap >= 0)) {
            throw new IllegalArgumentException("minGap must be ≥ 0, got " + minGap);
        }
        if (minDetected < 1 || minTelling < 1) {
            throw new IllegalArgumentException(
                    "minDetected and minTelling must be ≥ 1, got %d and %d".formatted(minDetected, minTelling));
        }
    }

    public ClusterMixture() {
        this(0.5, 2, 20);
    }

    /// @param lineage of the cluster: index of the best mean score, the first of equals
    /// @param telling cells that show enough to tell
    /// @param foreign those that are clearly of another lineage
    public record Mixture(int lineage, int telling, int foreign) {}

    /// @param cells of the cluster, not empty
    public Mixture of(LineageScores scores, int[] cells) {
        int own = bestOnAverage(scores, cells);
        int telling = 0;
        int foreign = 0;
        for (int cell : cells) {
            if (tells(scores, cell)) {
                telling++;
                foreign += isForeign(scores, cell, own) ? 1 : 0;
            }
        }
        return new Mixture(own, telling, foreign);
    }

    /// @return whether so many cells tell that their share means something
    public boolean isEnough(Mixture mixture) {
        return mixture.telling() >= minTelling;
    }

    private static int bestOnAverage(LineageScores scores, int[] cells) {
        double[] sum = new double[scores.lineages()];
        for (int cell : cells) {
            for (int lineage = 0; lineage < sum.length; lineage++) {
                sum[lineage] += scores.score(cell, lineage);
            }
        }
        int best = 0;
        for (int lineage = 1; lineage < sum.length; lineage++) {
            best = sum[lineage] > sum[best] ? lineage : best;
        }
        return best;
    }

    private boolean tells(LineageScores scores, int cell) {
        for (int lineage = 0; lineage < scores.lineages(); lineage++) {
            if (scores.detected(cell, lineage) >= minDetected) {
                return true;
            }
        }
        return false;
    }

    private boolean isForeign(LineageScores scores, int cell, int own) {
        int best = 0;
        for (int lineage = 1; lineage < scores.lineages(); lineage++) {
            best = scores.score(cell, lineage) > scores.score(cell, best) ? lineage : best;
        }
        return best != own
                && scores.score(cell, best) - scores.score(cell, own) >= minGap
                && scores.detected(cell, best) >= Math.max(minDetected, scores.detected(cell, own));
    }
}
