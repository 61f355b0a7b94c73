package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Cancellation;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.WeightedGraph;
import java.util.SplittableRandom;

/// Fast local moving: every node goes once to where the quality gains most; when it moves, the neighbours that
/// it leaves behind are visited again, until the queue is empty.
final class LocalMoving {

    private static final double LEAST_GAIN = 1e-10;
    private static final int BLOCK = 256; // nodes near in memory are visited near in time

    private final WeightedGraph graph;
    private final double penalty;
    private final int[] community;
    private final double[] strength; // of every community
    private final int[] size;
    private final int[] empty; // a stack
    private int emptyCount;
    private final GroupWeights weights;
    private final NodeQueue queue;
    private int[] neighbours = new int[256];

    /// @param penalty γ/2m
    LocalMoving(WeightedGraph graph, Partition start, double penalty) {
        int n = graph.nodes();
        this.graph = graph;
        this.penalty = penalty;
        community = start.community().clone();
        strength = new double[n];
        size = new int[n];
        for (int node = 0; node < n; node++) {
            strength[community[node]] += graph.strength(node);
            size[community[node]]++;
        }
        empty = new int[n];
        for (int c = n - 1; c >= 0; c--) {
            if (size[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
        weights = new GroupWeights(n);
        queue = new NodeQueue(n);
    }

    /// @param maxVisits at most so many, then what is queued stays where it is
    Partition run(SplittableRandom random, long maxVisits) {
        for (int node : VisitOrder.blocks(community.length, BLOCK, random)) {
            queue.add(node);
        }
        for (long visits = 0; !queue.isEmpty() && visits < maxVisits; visits++) {
            if ((visits & 0xfff) == 0) {
                Cancellation.check();
            }
            visit(queue.remove());
        }
        return numbered();
    }

    private void visit(int node) {
        int own = community[node];
        int best = bestCommunity(node, own);
        if (best == own) {
            return;
        }
        if (size[best] == 0) {
            emptyCount--; // it was the top of the stack
        }
        double k = graph.strength(node);
        strength[own] -= k;
        strength[best] += k;
        size[best]++;
        if (--size[own] == 0) {
            empty[emptyCount++] = own;
        }
        community[node] = best;
        queueNeighbours(node, best);
    }

    private int bestCommunity(int node, int own) {
        double k = graph.strength(node);
        graph.addTo(node, community, weights);
        int best = own;
        double value = weights.weight(own) - penalty * k * (strength[own] - k);
        for (int i = 0; i < weights.count(); i++) {
            int c = weights.group(i);
            double other = weights.weight(c) - penalty * k * strength[c];
            if (c != own && other > value + LEAST_GAIN) {
                value = other;
                best = c;
            }
        }
        weights.clear();
        boolean alone = value < -LEAST_GAIN && size[own] > 1 && emptyCount > 0;
        return alone ? empty[emptyCount - 1] : best;
    }

    private void queueNeighbours(int node, int joined) {
        int degree = graph.degree(node);
        if (neighbours.length < degree) {
            neighbours = new int[2 * degree];
        }
        int count = graph.neighbours(node, neighbours);
        for (int i = 0; i < count; i++) {
            int other = neighbours[i];
            if (community[other] != joined) {
                queue.add(other);
            }
        }
    }

    private Partition numbered() {
        int[] number = new int[size.length];
        int count = 0;
        for (int c = 0; c < size.length; c++) {
            if (size[c] > 0) {
                number[c] = count++;
            }
        }
        for (int node = 0; node < community.length; node++) {
            community[node] = number[community[node]];
        }
        return new Partition(community, count);
    }
}
