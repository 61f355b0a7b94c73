package io.nanocell.spatial.leiden;

/// First in, first out; a node stands in it at most once.
final class NodeQueue {

    private final int[] ring;
    private final boolean[] queued;
    private int head;
    private int count;

    NodeQueue(int nodes) {
        ring = new int[nodes];
        queued = new boolean[nodes];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(int node) {
        if (!queued[node]) {
            queued[node] = true;
            int at = head + count; // no overflow: both ≤ nodes, nodes < 2³⁰
            ring[at < ring.length ? at : at - ring.length] = node;
            count++;
        }
    }

    int remove() {
        int node = ring[head];
        head = head + 1 < ring.length ? head + 1 : 0;
        count--;
        queued[node] = false;
        return node;
    }
}
