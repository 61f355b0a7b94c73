package io.nanocell.spatial.metrics;

import io.nanocell.numerics.PaddedMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A stratified random sample of the cells of every cluster, on their factors.
///
/// The sampled cells of cluster c (from 0) are `start[c] … start[c + 1] − 1`; component f of cell i is
/// `values[f * cells + i]`, dimension by dimension, so that distances vectorise.
///
/// @param cells number of sampled cells
/// @param dimensions number of factors
/// @param start where the cells of every cluster start, length clusters + 1
/// @param values dimensions × cells
public record ClusterSample(int cells, int dimensions, int[] start, float[] values) {

    /// Of each cluster the same share, rounded, but at least two cells (all of a smaller one).
    ///
    /// @param factors one row per position
    /// @param cluster of every position, 0 = not sampled
    /// @param size about how many cells in all
    public static ClusterSample of(PaddedMatrix factors, int[] cluster, int clusters, int size, long seed) {
        int[] start = new int[clusters + 1];
        for (int c : cluster) {
            if (c > 0) {
                start[c]++;
            }
        }
        for (int c = 0; c < clusters; c++) {
            start[c + 1] += start[c];
        }
        int[] member = new int[start[clusters]];
        int[] next = start.clone();
        for (int p = 0; p < cluster.length; p++) {
            if (cluster[p] > 0) {
                member[next[cluster[p] - 1]++] = p;
            }
        }
        double share = Math.min(1, (double) size / Math.max(1, member.length));
        var random = new SplittableRandom(seed);
        int[] sampled = new int[clusters + 1];
        int[] chosen = new int[member.length];
        for (int c = 0; c < clusters; c++) {
            int count = start[c + 1] - start[c];
            int take = Math.min(count, Math.max(2, (int) Math.round(share * count)));
            draw(member, start[c], start[c + 1], take, random);
            System.arraycopy(member, start[c], chosen, sampled[c], take);
            sampled[c + 1] = sampled[c] + take;
        }
        return gather(factors, Arrays.copyOf(chosen, sampled[clusters]), sampled);
    }

    /// Brings `take` random members to the front.
    private static void draw(int[] member, int from, int to, int take, SplittableRandom random) {
        for (int i = from; i < from + take; i++) {
            int j = random.nextInt(i, to);
            int swap = member[i];
            member[i] = member[j];
            member[j] = swap;
        }
    }

    private static ClusterSample gather(PaddedMatrix factors, int[] chosen, int[] start) {
        int dimensions = factors.columns();
        float[] values = new float[Math.multiplyExact(chosen.length, dimensions)];
        for (int i = 0; i < chosen.length; i++) {
            for (int f = 0; f < dimensions; f++) {
                values[f * chosen.length + i] = factors.get(chosen[i], f);
            }
        }
        return new ClusterSample(chosen.length, dimensions, start, values);
    }

    /// @return number of clusters
    int clusters() {
        return start.length - 1;
    }

    /// @return cells of a cluster
    int size(int cluster) {
        return start[cluster + 1] - start[cluster];
    }
}
