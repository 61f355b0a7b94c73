package io.nanocell.spatial.graph;

import io.nanocell.numerics.FloatLanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [LeafDistances] for a vector of points at a time. Loaded only with the Vector module.
record LaneLeafDistances() implements LeafDistances {

    private static final VectorSpecies<Float> S = FloatLanes.SPECIES;
    private static final int L = FloatLanes.LENGTH;

    @Override
    public long within(float[] leaves, int at, int stride, float[] target, float bound, float[] squares) {
        long mask = 0;
        for (int j = 0; j < stride; j += L) {
            FloatVector sum = FloatVector.zero(S);
            for (int c = 0; c < target.length; c++) {
                FloatVector d =
                        FloatVector.fromArray(S, leaves, at + c * stride + j).sub(FloatVector.broadcast(S, target[c]));
                sum = d.fma(d, sum);
            }
            long near = sum.compare(VectorOperators.LE, bound).toLong();
            if (near != 0) {
                sum.intoArray(squares, j);
                mask |= near << j;
            }
        }
        return mask;
    }
}
