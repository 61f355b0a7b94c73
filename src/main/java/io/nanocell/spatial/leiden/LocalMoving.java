package io.nanocell.spatial.leiden;

import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.graph.WeightedGraph;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Fast local moving: every node goes once to where the quality gains most; when it moves, the neighbours that
/// it leaves behind are visited again, until no move gains.
///
/// Large graphs begin with rounds in which ranges of consecutive nodes move in parallel. Within a round a range sees
/// the rest of the graph as it was before; a node whose neighbour in another range has moved waits for the next round,
/// whose ranges have other borders. What still waits after the rounds is moved one after the other. Ranges depend on
/// the number of nodes only, so the result does not depend on the number of threads.
final class LocalMoving {

    private static final int LARGE = 5000; // nodes
    private static final int MIN_RANGE = 2500;
    private static final int MAX_RANGES = 16;
    private static final int BLOCK = 256; // nodes near in memory are visited near in time
    private static final int MAX_ROUNDS = 4;
    private static final int VISITS = 2; // per node and round, 1 in the last of the rough ones
    private static final long ROUGH_VISITS = 3; // per node of a small graph

    private final WeightedGraph graph;
    private final double penalty;
    private Moving state;
    private boolean single; // each node a community of its own number
    private byte[] waiting; // 1 at each node that is to be visited

    /// @param penalty γ/2m
    LocalMoving(WeightedGraph graph, Partition start, double penalty) {
        this.graph = graph;
        this.penalty = penalty;
        state = Moving.of(graph, start.community());
        single = start.communities() == graph.nodes();
        waiting = new byte[graph.nodes()];
        Arrays.fill(waiting, (byte) 1);
    }

    /// @param rough whether a large graph may be left after two rounds, and a small one of single nodes after three
    ///     visits per node, though moves still gain
    Partition run(SplittableRandom random, boolean rough) {
        int n = graph.nodes();
        if (n >= LARGE) {
            var movers = new Scratch<>(() -> new Mover(graph, penalty));
            int range = Math.max(MIN_RANGE, Math.ceilDiv(n, MAX_RANGES));
            int rounds = rough ? 2 : MAX_ROUNDS;
            for (int i = 0; i < rounds && waiting() > n / 100; i++) {
                round(range, i % 2 * (range / 2), rough && i > 0 ? 1 : VISITS, movers, random);
            }
        }
        if (n < LARGE || !rough) {
            var mover = new Mover(graph, penalty);
            int[] moved = new int[n];
            long visits = rough && single ? ROUGH_VISITS * n : Long.MAX_VALUE;
            move(mover, 0, n, random, visits, moved, new byte[n]);
            state = Moving.of(graph, moved);
        }
        return state.numbered();
    }

    /// @param shift of the ranges' borders
    private void round(int range, int shift, int visits, Scratch<Mover> movers, SplittableRandom random) {
        int n = graph.nodes();
        long[] seeds = random.longs(Parallel.chunkCount(n + shift, range)).toArray();
        int[] moved = new int[n];
        byte[] next = new byte[n];
        Parallel.chunks(n + shift, range, (chunk, start, end) -> {
            Mover mover = movers.take();
            int from = Math.max(0, start - shift);
            int to = end - shift;
            move(mover, from, to, new SplittableRandom(seeds[chunk]), (long) visits * (to - from), moved, next);
            movers.giveBack(mover);
        });
        state = Moving.of(graph, moved);
        waiting = next;
        single = false;
    }

    private void move(
            Mover mover, int from, int to, SplittableRandom random, long maxVisits, int[] moved, byte[] next) {
        mover.begin(state, from, to, next, single);
        for (int node : VisitOrder.blocks(to - from, BLOCK, random)) {
            if (waiting[from + node] != 0) {
                mover.add(from + node);
            }
        }
        mover.run(maxVisits);
        mover.end(moved, next);
    }

    private int waiting() {
        int count = 0;
        for (byte w : waiting) {
            count += w;
        }
        return count;
    }
}
