package io.nanocell.spatial.leiden;

import java.util.Arrays;

/// The nodes of every community: those of c are `node[start[c]] … node[start[c + 1] − 1]`, ascending at first.
record Members(int[] start, int[] node) {

    static Members of(Partition partition) {
        int[] start = new int[partition.communities() + 1];
        for (int c : partition.community()) {
            start[c + 1]++;
        }
        for (int c = 0; c < partition.communities(); c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        int[] node = new int[partition.community().length];
        for (int i = 0; i < node.length; i++) {
            node[next[partition.community()[i]]++] = i;
        }
        return new Members(start, node);
    }

    /// @return communities by falling size, so that parallel loops end evenly
    int[] largestFirst() {
        long[] keys = new long[start.length - 1];
        Arrays.setAll(keys, c -> (long) (Integer.MAX_VALUE - (start[c + 1] - start[c])) << 32 | c);
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> (int) keys[i]);
        return order;
    }
}
