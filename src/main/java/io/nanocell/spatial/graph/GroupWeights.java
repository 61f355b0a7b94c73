package io.nanocell.spatial.graph;

import java.util.Arrays;

/// Edge weight per group, and which groups have any; emptied at the cost of those only.
public final class GroupWeights {

    private final double[] weight;
    private int[] touched = new int[64];
    private int count;

    /// @param groups ids are 0 … groups − 1
    public GroupWeights(int groups) {
        weight = new double[groups];
    }

    /// Without a branch on whether the group is new: the processor would guess it wrong half of the time.
    ///
    /// @param amount > 0
    public void add(int group, double amount) {
        if (count == touched.length) {
            touched = Arrays.copyOf(touched, 2 * count);
        }
        double before = weight[group];
        touched[count] = group;
        count += 1 + (int) (-Double.doubleToRawLongBits(before) >> 63); // one more where it was 0
        weight[group] = before + amount;
    }

    /// @return number of groups with any weight
    public int count() {
        return count;
    }

    /// @return the i-th group that was met
    public int group(int i) {
        return touched[i];
    }

    /// @return weight of a group
    public double weight(int group) {
        return weight[group];
    }

    public void clear() {
        for (int i = 0; i < count; i++) {
            weight[touched[i]] = 0;
        }
        count = 0;
    }
}
