package io.nanocell.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recalibration line of Cox (1958): P(right) = σ(intercept + slope · logit(confidence)), by maximum
/// likelihood. True confidences have intercept 0 and slope 1; a slope below 1 says that they are too far from the
/// middle.
///
/// @param intercept in logits
/// @param slope without unit
record CalibrationLine(double intercept, double slope) {

    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-10;
    private static final double ROUNDING = 1e-12;

    /// A slope this steep is no estimate: the outcomes are separated, and the likelihood grows for ever.
    private static final double STEEPEST = 1e3;

    /// Confidences 0 and 1 have no logit; this far from them they are cut.
    static final double CUT = 1e-6;

    /// Newton's method from (0, 0); the step is halved while the likelihood falls.
    ///
    /// @return null where there is no finite maximum: one outcome only, one confidence only, or outcomes that a
    /// threshold separates
    static @Nullable CalibrationLine fit(List<Calibration.Answer> answers) {
        double[] x = answers.stream().mapToDouble(a -> logit(a.confidence())).toArray();
        double[] y = answers.stream().mapToDouble(Calibration.Answer::outcome).toArray();
        double a = 0;
        double b = 0;
        double likelihood = likelihood(x, y, a, b);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(x, y, a, b);
            if (!Double.isFinite(step[0]) || !Double.isFinite(step[1])) {
                return null;
            }
            double scale = 1;
            double next = likelihood(x, y, a + step[0], b + step[1]);
            while (!(next >= likelihood - ROUNDING * Math.abs(likelihood)) && scale > TOLERANCE) {
                scale /= 2;
                next = likelihood(x, y, a + scale * step[0], b + scale * step[1]);
            }
            a += scale * step[0];
            b += scale * step[1];
            likelihood = next;
            if (Math.abs(b) > STEEPEST || Math.abs(a) > STEEPEST) {
                return null;
            }
            if (Math.abs(scale * step[0]) + Math.abs(scale * step[1]) < TOLERANCE * (1 + Math.abs(a) + Math.abs(b))) {
                return new CalibrationLine(a, b);
            }
        }
        return null;
    }

    private static double logit(double confidence) {
        double p = Math.clamp(confidence, CUT, 1 - CUT);
        return StrictMath.log(p / (1 - p));
    }

    /// Solves H · step = gradient, H = Σ w (1, x)(1, x)ᵀ, w = p (1 − p).
    private static double[] step(double[] x, double[] y, double a, double b) {
        double ga = 0;
        double gb = 0;
        double haa = 0;
        double hab = 0;
        double hbb = 0;
        for (int i = 0; i < x.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-(a + b * x[i])));
            double w = p * (1 - p);
            ga += y[i] - p;
            gb += (y[i] - p) * x[i];
            haa += w;
            hab += w * x[i];
            hbb += w * x[i] * x[i];
        }
        double determinant = haa * hbb - hab * hab;
        boolean singular = !(determinant > 1e-12 * haa * hbb);
        return singular
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant};
    }

    /// Σ y·t − log(1 + eᵗ)
    private static double likelihood(double[] x, double[] y, double a, double b) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double t = a + b * x[i];
            sum += y[i] * t - (t > 0 ? t + StrictMath.log1p(StrictMath.exp(-t)) : StrictMath.log1p(StrictMath.exp(t)));
        }
        return sum;
    }
}
