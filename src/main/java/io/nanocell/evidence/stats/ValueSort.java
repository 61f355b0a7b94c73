package io.nanocell.evidence.stats;

import java.util.Arrays;

/// Sorts keys by the positive float in their upper 32 bits: three passes of 11 bits, least significant first.
final class ValueSort {

    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int SMALL = 512;

    private ValueSort() {}

    /// Sorts `keys[from] … keys[to − 1]` in ascending order of value; the order of equal values is fixed but without
    /// meaning.
    static void sort(long[] keys, int from, int to) {
        if (to - from < SMALL) {
            Arrays.sort(keys, from, to);
            return;
        }
        long[] source = Arrays.copyOfRange(keys, from, to);
        long[] target = new long[source.length];
        for (int shift = Integer.SIZE; shift < Long.SIZE; shift += BITS) {
            if (scatter(source, target, shift)) {
                long[] sorted = target;
                target = source;
                source = sorted;
            }
        }
        System.arraycopy(source, 0, keys, from, source.length);
    }

    /// @return whether anything was moved: false where all keys share the digit
    private static boolean scatter(long[] source, long[] target, int shift) {
        int[] next = new int[BUCKETS];
        for (long key : source) {
            next[digit(key, shift)]++;
        }
        if (next[digit(source[0], shift)] == source.length) {
            return false;
        }
        int sum = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = next[bucket];
            next[bucket] = sum;
            sum += count;
        }
        for (long key : source) {
            target[next[digit(key, shift)]++] = key;
        }
        return true;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (BUCKETS - 1);
    }
}
