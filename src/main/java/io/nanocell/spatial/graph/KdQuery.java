package io.nanocell.spatial.graph;

import java.util.Arrays;

/// Searches a [KdTree]; one per thread.
final class KdQuery {

    /// Bounds of far subtrees are sums in floats; a subtree is left out only if it is too far by more than rounding.
    private static final float CERTAIN = 1 - 1e-5f;

    private final KdTree tree;
    private final int k;
    private final float[] square; // of the best so far, ascending; the point itself first
    private final int[] best;
    private final float[] target;
    private final float[] offset; // per axis, how far the subtree is from the target at least
    private final float[] leaf = new float[KdTree.LEAF];
    private final LeafDistances distances;
    private int self;
    private int size;

    KdQuery(KdTree tree, int k) {
        this.tree = tree;
        this.k = k;
        distances = LeafDistances.forPoints(tree.size());
        square = new float[k];
        best = new int[k];
        target = new float[tree.dimensions];
        offset = new float[tree.dimensions];
    }

    void search(int point) {
        System.arraycopy(tree.points.values(), point * tree.points.stride(), target, 0, target.length);
        Arrays.fill(offset, 0);
        Arrays.fill(square, Float.POSITIVE_INFINITY);
        self = point;
        square[0] = 0;
        best[0] = point;
        size = 1;
        if (k > 1) {
            visit(0, 0);
        }
    }

    /// Writes the neighbours found last from index `at` on.
    void write(int[] neighbours, float[] distances, int at) {
        for (int j = 0; j < k; j++) {
            neighbours[at + j] = best[j];
            distances[at + j] = (float) Math.sqrt(square[j]); // exact root, rounded: monotone
        }
    }

    private void visit(int node, float bound) {
        if (tree.right[node] == 0) {
            visitLeaf(tree.first[node], tree.end[node]);
            return;
        }
        int axis = tree.axis[node];
        float difference = tree.coordinate(self, axis) - tree.split[node];
        int near = difference < 0 ? node + 1 : tree.right[node];
        int far = difference < 0 ? tree.right[node] : node + 1;
        visit(near, bound);
        float old = offset[axis];
        float gap = Math.max(0, Math.abs(difference) - tree.axes.slack());
        float farBound = bound - old * old + gap * gap;
        if (farBound * CERTAIN <= square[k - 1]) {
            offset[axis] = gap;
            visit(far, farBound);
            offset[axis] = old;
        }
    }

    private void visitLeaf(int from, int to) {
        int stride = KdTree.stride(to - from);
        long near = distances.within(tree.leaves, from * target.length, stride, target, square[k - 1], leaf);
        for (; near != 0; near &= near - 1) {
            int j = Long.numberOfTrailingZeros(near);
            if (from + j < to && leaf[j] <= square[k - 1]) { // beyond the end are points that do not exist
                offer(tree.pointAt(from + j), leaf[j]);
            }
        }
    }

    private void offer(int point, float distance) {
        if (point == self) {
            return;
        }
        if (size == k && !before(distance, point, k - 1)) {
            return;
        }
        int at = size < k ? size++ : k - 1;
        while (at > 1 && before(distance, point, at - 1)) {
            square[at] = square[at - 1];
            best[at] = best[at - 1];
            at--;
        }
        square[at] = distance;
        best[at] = point;
    }

    private boolean before(float distance, int point, int place) {
        return distance < square[place] || (distance == square[place] && tree.id[point] < tree.id[best[place]]);
    }
}
