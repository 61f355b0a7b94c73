package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.GroupWeights;
import io.nanocell.spatial.graph.WeightedGraph;
import java.util.SplittableRandom;

/// Splits every community into groups that hold together: from single nodes, each node that is still alone joins the
/// group of its own community that gains most.
///
/// Communities do not see each other's groups, so they are refined in parallel, each with a random stream of its own.
final class Refinement {

    private static final double LEAST_GAIN = 1e-12;
    private static final int BLOCK = 256; // nodes near in memory are visited near in time

    private final WeightedGraph graph;
    private final Partition communities;
    private final double penalty;
    private final int[] group; // named by one of its nodes
    private final double[] strength;
    private final int[] size;
    private final Members members;

    /// @param penalty γ/2m
    Refinement(WeightedGraph graph, Partition communities, double penalty) {
        int n = graph.nodes();
        this.graph = graph;
        this.communities = communities;
        this.penalty = penalty;
        group = new int[n];
        strength = new double[n];
        size = new int[n];
        for (int node = 0; node < n; node++) {
            group[node] = node;
            strength[node] = graph.strength(node);
            size[node] = 1;
        }
        members = Members.of(communities);
    }

    Partition run(SplittableRandom random) {
        int count = communities.communities();
        long[] seeds = random.longs(count).toArray();
        int[] largestFirst = members.largestFirst();
        var scratch = new Scratch<>(() -> new GroupWeights(group.length));
        Parallel.chunks(count, count > 1000 ? 256 : 1, (_, from, to) -> {
            GroupWeights weights = scratch.take();
            for (int i = from; i < to; i++) {
                int community = largestFirst[i];
                refine(community, new SplittableRandom(seeds[community]), weights);
            }
            scratch.giveBack(weights);
        });
        return new Moving(group, strength, size).numbered();
    }

    private void refine(int community, SplittableRandom random, GroupWeights weights) {
        int from = members.start()[community];
        int to = members.start()[community + 1];
        int visits = 0;
        for (int i : VisitOrder.blocks(to - from, BLOCK, random)) {
            if ((visits++ & 0xfff) == 0) {
                Cancellation.check();
            }
            int node = members.node()[from + i];
            if (size[group[node]] == 1) {
                join(node, community, weights);
            }
        }
    }

    private void join(int node, int community, GroupWeights weights) {
        double k = graph.strength(node);
        graph.addTo(node, group, weights);
        int best = node;
        double value = LEAST_GAIN;
        for (int i = 0; i < weights.count(); i++) {
            int g = weights.group(i);
            double weight = weights.weight(g);
            if (weight > value && communities.community()[g] == community && g != node) {
                double gain = weight - penalty * k * strength[g];
                if (gain > value) {
                    value = gain;
                    best = g;
                }
            }
        }
        weights.clear();
        if (best != node) { // a node that is alone names its own group
            strength[node] -= k;
            size[node] = 0;
            strength[best] += k;
            size[best]++;
            group[node] = best;
        }
    }
}
