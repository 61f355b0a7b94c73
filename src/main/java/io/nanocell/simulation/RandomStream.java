package io.nanocell.simulation;

/// Random numbers that are the same on every machine and in every release: SplitMix64 (Steele, Lea and Flood
/// 2014).
///
/// Every cell has a stream of its own, so the number of threads changes nothing.
final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /// @param seed of the whole simulation
    /// @param stream which of its streams
    RandomStream(long seed, long stream) {
        state = mixed(seed) ^ mixed(stream * GOLDEN_GAMMA + 1);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /// @return uniform in [0, 1)
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /// @return uniform in 0 … bound − 1
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    /// @return standard normal, by Box and Muller
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /// @return e to the power of a normal number of this standard deviation; median 1
    double logNormal(double sigma) {
        return StrictMath.exp(sigma * normal());
    }

    /// Shuffles in place (Fisher and Yates).
    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = below(i + 1);
            int moved = values[i];
            values[i] = values[other];
            values[other] = moved;
        }
    }

    /// @return 0 … n − 1 in random order
    int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }
}
