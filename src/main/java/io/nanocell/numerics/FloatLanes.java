package io.nanocell.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vectors of floats that this JVM uses: sixteen lanes where the processor has them, else eight.
///
/// One width only: the compiler turns calls of a single vector type into instructions more surely than of two.
/// No result depends on it, because lanes are never added to each other in a result. Loaded only with the
/// Vector module.
public final class FloatLanes {

    public static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() >= 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_256;
    public static final int LENGTH = SPECIES.length();

    private FloatLanes() {}
}
