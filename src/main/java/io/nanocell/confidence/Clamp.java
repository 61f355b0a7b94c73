package io.nanocell.confidence;

final class Clamp {

    private Clamp() {}

    /// @return x limited to 0..1; NaN counts as 0, no evidence
    static double unit(double x) {
        return x > 0 ? Math.min(1, x) : 0;
    }
}
