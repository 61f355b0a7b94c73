package io.nanocell.evidence.stats;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import smile.math.special.Erf;

/// Wilcoxon rank-sum (Mann–Whitney) test of each group of cells against all other cells, gene by gene.
///
/// ```text
/// U = R₁ − n₁(n₁ + 1)/2
/// z = (U − n₁n₂/2) / s      s² = n₁n₂/12 · ((N + 1) − Σ(t³ − t) / (N(N − 1)))
/// ```
///
/// with R₁ the sum of the group's average ranks, n₁ and n₂ the cells inside and outside, N both, t the sizes of the
/// ties. Only non-zeros are sorted: the m zeros of a gene are one tie, of rank (m + 1)/2. Ranks are halves and their
/// sums are exact in double, so the result is that of ranking every value, with any number of threads.
///
/// Time O(entries) for the sort plus O(groups² · genes), memory at most one block of [GeneBlocks] and its genes'
/// copies.
///
/// @param blockEntries non-zeros to be held at a time, > 0
/// @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.mannwhitneyu.html">scipy
/// mannwhitneyu(use_continuity=False, method="asymptotic")</a>
public record WilcoxonRankSum(int blockEntries) {

    public WilcoxonRankSum {
        if (blockEntries < 1) {
            throw new IllegalArgumentException("blockEntries must be > 0, got " + blockEntries);
        }
    }

    public WilcoxonRankSum() {
        this(GeneBlocks.BLOCK_ENTRIES);
    }

    /// @param expression cells × genes, finite and ≥ 0
    /// @param group per cell 1 … groups, or 0 for a cell that only belongs to the others
    /// @param groups number of groups; a group may be empty
    /// @return statistics of every group and gene
    /// @throws IllegalArgumentException if a group is out of range or a value is negative or not finite
    public GroupStatistics compare(FloatCsrMatrix expression, int[] group, int groups) {
        int[] cells = sizes(expression.rows(), group, groups);
        var result = new GroupStatistics(groups, expression.columns(), cells);
        new GeneBlocks(expression, group, blockEntries)
                .forEach((firstGene, keys, start) -> Parallel.chunks(start.length - 1, 1, (chunk, from, to) -> {
                    Cancellation.check();
                    ValueSort.sort(keys, start[from], start[to]);
                    var ranks = new GeneRanks(groups, expression.rows());
                    ranks.add(keys, start[from], start[to]);
                    ranks.store(result, firstGene + from);
                }));
        return result;
    }

    /// @return two-sided p of a standard normal z: P(|Z| ≥ |z|), from erfc, so that small ones keep their digits
    public static double twoSided(double z) {
        return Math.min(1, Erf.erfc(Math.abs(z) / Math.sqrt(2)));
    }

    private static int[] sizes(int rows, int[] group, int groups) {
        if (group.length != rows) {
            throw new IllegalArgumentException("%d cells but %d groups of cells".formatted(rows, group.length));
        }
        int[] cells = new int[groups + 1];
        for (int cell = 0; cell < rows; cell++) {
            if (group[cell] < 0 || group[cell] > groups) {
                throw new IllegalArgumentException(
                        "cell %d is in group %d, but there are %d groups".formatted(cell, group[cell], groups));
            }
            cells[group[cell]]++;
        }
        return cells;
    }
}
