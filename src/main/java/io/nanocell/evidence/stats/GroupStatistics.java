package io.nanocell.evidence.stats;

/// What every group shows of every gene. Entry (group g from 1, gene j) of an array is `array[(g - 1) * genes + j]`.
///
/// @param groups number of groups compared
/// @param genes number of genes
/// @param cells cells per group, index 0 those without a group; length groups + 1
/// @param detectedIn cells of the group with a value > 0
/// @param detectedOut cells outside with a value > 0
/// @param sumIn sum of the values of the group
/// @param sumOut sum of the values outside
/// @param z rank-sum z, positive where the group is higher; 0 where all values are tied or one side is empty
public record GroupStatistics(
        int groups,
        int genes,
        int[] cells,
        int[] detectedIn,
        int[] detectedOut,
        double[] sumIn,
        double[] sumOut,
        double[] z) {

    GroupStatistics(int groups, int genes, int[] cells) {
        this(groups, genes, cells, Math.multiplyExact(groups, genes));
    }

    private GroupStatistics(int groups, int genes, int[] cells, int size) {
        this(groups, genes, cells, new int[size], new int[size], new double[size], new double[size], new double[size]);
    }

    /// @return number of cells outside the group, those without a group included
    public int cellsOutside(int group) {
        int outside = 0;
        for (int g = 0; g <= groups; g++) {
            outside += g == group ? 0 : cells[g];
        }
        return outside;
    }
}
