package io.nanocell.confidence;

/// One number from the parts, until calibrated data replaces it: `(0.45·m + 0.25·min(1, 2·margin) +
/// 0.20·clamp((coverage − 0.25)/0.75)) · (1 − 0.25·clamp((H − 0.5)/1.5)) / 0.90` with m the marker support and H
/// the entropy in nats. Never falls when m, margin or coverage rise, never rises with H.
final class ConfidenceFormula {

    /// Below this share of known markers nothing is called.
    static final double LEAST_COVERAGE = 0.25;

    private static final double MARKER_WEIGHT = 0.45;
    private static final double MARGIN_WEIGHT = 0.25;
    private static final double COVERAGE_WEIGHT = 0.20;
    private static final double ENTROPY_PENALTY = 0.25;
    private static final double LEAST_ENTROPY = 0.5; // nats; less is no doubt
    private static final double ENTROPY_RANGE = 1.5; // nats

    private ConfidenceFormula() {}

    /// @return 0..1
    static double value(ConfidenceParts parts) {
        double coverage = Clamp.unit((parts.coverage() - LEAST_COVERAGE) / (1 - LEAST_COVERAGE));
        double sum = MARKER_WEIGHT * parts.markerSupport()
                + MARGIN_WEIGHT * Math.min(1, 2 * parts.margin())
                + COVERAGE_WEIGHT * coverage;
        double doubt = Clamp.unit((parts.entropy() - LEAST_ENTROPY) / ENTROPY_RANGE);
        double most = MARKER_WEIGHT + MARGIN_WEIGHT + COVERAGE_WEIGHT;
        return Clamp.unit(sum * (1 - ENTROPY_PENALTY * doubt) / most);
    }
}
