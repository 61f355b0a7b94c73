package io.nanocell.spatial.leiden;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Random orders (Fisher–Yates).
final class VisitOrder {

    private VisitOrder() {}

    /// @return the nodes 0 … n − 1: blocks of consecutive nodes in random order, shuffled within
    static int[] blocks(int n, int block, SplittableRandom random) {
        int[] blocks = new int[Math.ceilDiv(n, block)];
        Arrays.setAll(blocks, b -> b);
        shuffle(blocks, 0, blocks.length, random);
        int[] order = new int[n];
        int at = 0;
        for (int b : blocks) {
            int start = at;
            for (int node = b * block; node < Math.min(n, (b + 1L) * block); node++) {
                order[at++] = node;
            }
            shuffle(order, start, at, random);
        }
        return order;
    }

    static void shuffle(int[] values, int from, int to, SplittableRandom random) {
        for (int i = to - 1; i > from; i--) {
            int j = random.nextInt(from, i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
