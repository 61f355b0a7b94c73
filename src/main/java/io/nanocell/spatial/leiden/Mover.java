package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Cancellation;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.WeightedGraph;

/// Moves the nodes of one range, one after the other, each to where the quality gains most; when one moves, the
/// neighbours that it leaves behind are visited again, until the queue is empty or enough were visited.
///
/// It works on a copy of the whole partition: nodes outside the range stay where they were when the copy was taken.
/// One per thread, used for range after range.
final class Mover {

    private static final double LEAST_GAIN = 1e-10;

    private final WeightedGraph graph;
    private final double penalty;
    private final int[] community;
    private final double[] strength;
    private final int[] size;
    private final int[] empty; // a stack of communities without nodes that only this range may use
    private int emptyCount;
    private final GroupWeights weights;
    private final NodeQueue queue;
    private int[] neighbours = new int[256];
    private byte[] outside = {};
    private boolean ownOnly;
    private int from;
    private int to;

    /// @param penalty γ/2m
    Mover(WeightedGraph graph, double penalty) {
        int n = graph.nodes();
        this.graph = graph;
        this.penalty = penalty;
        community = new int[n];
        strength = new double[n];
        size = new int[n];
        empty = new int[n];
        weights = new GroupWeights(n);
        queue = new NodeQueue(n);
    }

    /// Starts on the nodes `from` (inclusive) to `to` (exclusive).
    ///
    /// @param outside becomes 1 at each node outside the range whose neighbour has moved
    /// @param ownOnly whether nodes join only communities whose numbers are in the range: where all nodes are
    ///     single those are the ones whose moves this range sees
    void begin(Moving state, int from, int to, byte[] outside, boolean ownOnly) {
        System.arraycopy(state.community(), 0, community, 0, community.length);
        System.arraycopy(state.strength(), 0, strength, 0, strength.length);
        System.arraycopy(state.size(), 0, size, 0, size.length);
        this.from = from;
        this.to = to;
        this.outside = outside;
        this.ownOnly = ownOnly;
        emptyCount = 0;
        for (int c = to - 1; c >= from; c--) {
            if (size[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
    }

    /// @param node of the range, to be visited
    void add(int node) {
        queue.add(node);
    }

    /// @param maxVisits at most so many, then what is queued stays where it is
    void run(long maxVisits) {
        for (long visits = 0; !queue.isEmpty() && visits < maxVisits; visits++) {
            if ((visits & 0xfff) == 0) {
                Cancellation.check();
            }
            visit(queue.remove());
        }
    }

    /// Hands over where the nodes of the range are now, and empties the queue.
    ///
    /// @param waiting becomes 1 at each node that was still to be visited
    void end(int[] result, byte[] waiting) {
        System.arraycopy(community, from, result, from, to - from);
        while (!queue.isEmpty()) {
            waiting[queue.remove()] = 1;
        }
    }

    private void visit(int node) {
        int own = community[node];
        int best = graph.isWithin(node, community, own) ? ownOrNone(node, own) : bestCommunity(node, own);
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
        size[own]--;
        community[node] = best;
        queueNeighbours(node, best);
    }

    /// For a node all of whose neighbours are of its own community.
    private int ownOrNone(int node, int own) {
        double k = graph.strength(node);
        return best(own, own, graph.edgeWeight(node) - penalty * k * (strength[own] - k));
    }

    private int bestCommunity(int node, int own) {
        double k = graph.strength(node);
        graph.addTo(node, community, weights);
        int best = own;
        double value = weights.weight(own) - penalty * k * (strength[own] - k);
        for (int i = 0; i < weights.count(); i++) {
            int c = weights.group(i);
            double weight = weights.weight(c);
            if (weight > value + LEAST_GAIN && c != own) { // else not even without the penalty
                double other = weight - penalty * k * strength[c];
                if (other > value + LEAST_GAIN && (!ownOnly || (c >= from && c < to))) {
                    value = other;
                    best = c;
                }
            }
        }
        weights.clear();
        return best(own, best, value);
    }

    /// @return the community that is best among all, or none of them where a node is better off alone
    private int best(int own, int best, double value) {
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
                if (other >= from && other < to) {
                    queue.add(other);
                } else {
                    outside[other] = 1;
                }
            }
        }
    }
}
