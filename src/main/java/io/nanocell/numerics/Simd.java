package io.nanocell.numerics;

/// Whether the JVM was started with the Vector module.
public final class Simd {

    public static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Simd() {}
}
