package io.nanocell.evidence.candidates;

import io.nanocell.numerics.Parallel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What supports lists of n random genes of the population reach: for every label, for the best label of all, and for
/// the lineages that a list falls into.
///
/// Every draw has the rank weights of a real list and is scored against the whole label space. Memory: draws × labels
/// floats.
final class SupportNull {

    private static final int CHUNK = 50;
    private static final int ATTEMPTS = 100;
    private static final int RANKED_LINEAGES = 3;

    private final int draws;
    private final int labels;
    private final float[] supports; // support of label l in draw d is supports[d * labels + l]
    private final double[] best; // ascending
    private final double[][] lineages; // [r] support of the r-th lineage of every draw, ascending

    /// @param population gene index of every gene that could have been a marker, −1 where no source knows it
    /// @param size genes of a list, at most the population's
    SupportNull(LabelWeights weights, LineageSplit split, int[] population, int size, int draws, long seed) {
        this.draws = draws;
        this.labels = weights.labels().size();
        this.supports = new float[Math.multiplyExact(draws, labels)];
        this.best = new double[draws];
        this.lineages = new double[RANKED_LINEAGES][draws];
        int[][] lists = lists(population, size, draws, seed);
        Parallel.chunks(draws, CHUNK, (_, from, to) -> {
            for (int d = from; d < to; d++) {
                score(weights, split, lists[d], d);
            }
        });
        Arrays.sort(best);
        for (double[] lineage : lineages) {
            Arrays.sort(lineage);
        }
    }

    private void score(LabelWeights weights, LineageSplit split, int[] genes, int d) {
        double[] support = weights.support(genes);
        for (int l = 0; l < labels; l++) {
            supports[d * labels + l] = (float) support[l];
            best[d] = Math.max(best[d], support[l]);
        }
        List<LineageSplit.Share> shares = split.of(genes);
        for (int r = 0; r < Math.min(RANKED_LINEAGES, shares.size()); r++) {
            lineages[r][d] = shares.get(r).support();
        }
    }

    /// Draws without replacement by a Fisher–Yates shuffle that stops after `size` genes. A gene that the population
    /// has
    /// several times comes but once, unless no others are left.
    private static int[][] lists(int[] population, int size, int draws, long seed) {
        var random = new SplittableRandom(seed);
        int[] pool = population.clone();
        int[][] lists = new int[draws][];
        for (int d = 0; d < draws; d++) {
            for (int i = 0; i < size; i++) {
                int attempts = 0;
                do {
                    swap(pool, i, random.nextInt(i, pool.length));
                } while (isRepeated(pool, i) && ++attempts < ATTEMPTS);
            }
            lists[d] = Arrays.copyOf(pool, size);
        }
        return lists;
    }

    private static void swap(int[] pool, int i, int j) {
        int drawn = pool[j];
        pool[j] = pool[i];
        pool[i] = drawn;
    }

    private static boolean isRepeated(int[] pool, int last) {
        for (int i = 0; i < last; i++) {
            if (pool[i] == pool[last] && pool[last] >= 0) {
                return true;
            }
        }
        return false;
    }

    /// @return (1 + draws in which this label has at least this support) / (draws + 1)
    double pValue(int label, double support) {
        int reached = 0;
        for (int d = 0; d < draws; d++) {
            reached += supports[d * labels + label] >= (float) support ? 1 : 0;
        }
        return (1.0 + reached) / (draws + 1);
    }

    /// @return (1 + draws in which any label has at least this support) / (draws + 1)
    double pValueMax(double support) {
        return tail(best, support);
    }

    /// @param rank 0 for the best-supported lineage of a list
    /// @return (1 + draws whose lineage of that rank has at least this support) / (draws + 1)
    double pValueOfLineage(int rank, double support) {
        return tail(lineages[Math.min(rank, RANKED_LINEAGES - 1)], support);
    }

    private double tail(double[] ascending, double support) {
        int low = 0;
        int high = draws;
        while (low < high) { // first place that reaches the support
            int middle = (low + high) >>> 1;
            if (ascending[middle] >= support) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (1.0 + draws - low) / (draws + 1);
    }
}
