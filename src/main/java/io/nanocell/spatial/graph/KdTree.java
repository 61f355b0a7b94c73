package io.nanocell.spatial.graph;

import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.PaddedMatrix;
import java.util.Arrays;

/// A k-d tree whose leaves lie one after the other, each stored dimension by dimension: component c of the j-th
/// point of a leaf from leaf position a on is `leaves[a * dimensions + c * m + j]`, m the number of its points
/// rounded up to a multiple of sixteen. All leaves but the last have such a number; the last is filled up with
/// points infinitely far.
///
/// Node q is split at `split[q]` along `axis[q]`, one of the [PrincipalAxes]: its left child is q + 1, its right one
/// `right[q]`; a leaf has
/// no right child (0) and holds the leaf positions `first[q] … end[q] − 1`.
final class KdTree {

    static final int LEAF = 32;

    final int dimensions;
    final PaddedMatrix points;
    final PrincipalAxes axes;
    final int[] id;
    final float[] leaves;
    private final int[] pointAt;
    float[] split;
    int[] axis;
    int[] right;
    int[] first;
    int[] end;
    private int nodes;

    KdTree(PaddedMatrix matrix, int[] id) {
        int n = matrix.rows();
        dimensions = matrix.columns();
        this.id = id;
        points = matrix;
        axes = PrincipalAxes.of(matrix);
        pointAt = NearestNeighbours.rowNumbers(n);
        int guess = 4 * (n / LEAF + 1);
        split = new float[guess];
        axis = new int[guess];
        right = new int[guess];
        first = new int[guess];
        end = new int[guess];
        build(0, n);
        leaves = new float[Math.multiplyExact(stride(n), dimensions)];
        Arrays.fill(leaves, Float.POSITIVE_INFINITY);
        for (int q = 0; q < nodes; q++) {
            if (right[q] == 0) {
                storeLeaf(first[q], end[q]);
            }
        }
    }

    /// @return number of points
    int size() {
        return pointAt.length;
    }

    /// @return the point at a leaf position
    int pointAt(int leafPosition) {
        return pointAt[leafPosition];
    }

    /// @return component of a point along a principal axis
    float coordinate(int point, int axis) {
        return axes.coordinates()[point * dimensions + axis];
    }

    /// @return so many points rounded up to whole vectors
    static int stride(int points) {
        return Math.ceilDiv(points, 16) * 16;
    }

    private void storeLeaf(int from, int to) {
        int m = stride(to - from);
        for (int j = 0; j < to - from; j++) {
            for (int c = 0; c < dimensions; c++) {
                leaves[from * dimensions + c * m + j] = points.values()[pointAt[from + j] * points.stride() + c];
            }
        }
    }

    /// Halves along the widest axis; equal points may fall on both sides, the search looks there too.
    private int build(int from, int to) {
        int node = nodes++;
        grow(node);
        first[node] = from;
        end[node] = to;
        if (to - from <= LEAF) {
            return node;
        }
        if (to - from > 10_000) {
            Cancellation.check();
        }
        int widest = widestAxis(from, to);
        int middle = from + stride((to - from) / 2); // so that leaves start at multiples of sixteen
        select(from, to - 1, middle, widest);
        axis[node] = widest;
        split[node] = coordinate(pointAt[middle], widest);
        build(from, middle);
        right[node] = build(middle, to);
        return node;
    }

    private void grow(int node) {
        if (node == split.length) {
            split = Arrays.copyOf(split, 2 * node);
            axis = Arrays.copyOf(axis, 2 * node);
            right = Arrays.copyOf(right, 2 * node);
            first = Arrays.copyOf(first, 2 * node);
            end = Arrays.copyOf(end, 2 * node);
        }
    }

    private int widestAxis(int from, int to) {
        int step = Math.max(1, (to - from) / 1000); // a sample tells; any axis gives exact answers
        int widest = 0;
        float spread = -1;
        for (int c = 0; c < dimensions; c++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int p = from; p < to; p += step) {
                float v = coordinate(pointAt[p], c);
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            if (high - low > spread) {
                spread = high - low;
                widest = c;
            }
        }
        return widest;
    }

    /// Hoare's selection: afterwards nothing left of `target` is greater, nothing right of it smaller.
    private void select(int low, int high, int target, int c) {
        while (low < high) {
            float pivot = coordinate(pointAt[(low + high) >>> 1], c);
            int i = low;
            int j = high;
            while (i <= j) {
                while (coordinate(pointAt[i], c) < pivot) {
                    i++;
                }
                while (coordinate(pointAt[j], c) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = pointAt[i];
                    pointAt[i++] = pointAt[j];
                    pointAt[j--] = swap;
                }
            }
            if (target <= j) {
                high = j;
            } else if (target >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
