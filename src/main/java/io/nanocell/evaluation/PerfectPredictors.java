package io.nanocell.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The calibration error of predictors whose confidences are true: each answer is right with the probability that
/// its confidence states. A finite sample of a perfect predictor has an error above 0 too, so an observed error
/// says something only beside it (Bröcker and Smith 2007, "consistency resampling").
///
/// @param mean mean error of the simulated predictors
/// @param percentile95 error that 95 % of them stay at or below
/// @param draws simulated predictors
public record PerfectPredictors(double mean, double percentile95, int draws) {

    private static final long SEED = 20_261_122;

    /// @param calibration with at least one answer
    static PerfectPredictors like(Calibration calibration) {
        int n = calibration.answers().size();
        double[] errors = new double[Draws.of(n)];
        var random = new SplittableRandom(SEED);
        for (int draw = 0; draw < errors.length; draw++) {
            errors[draw] = calibration.binnedError(
                    i -> random.nextDouble() < calibration.answers().get(i).confidence());
        }
        double mean = Arrays.stream(errors).sum() / errors.length;
        Arrays.sort(errors);
        return new PerfectPredictors(mean, errors[(int) Math.ceil(0.95 * errors.length) - 1], errors.length);
    }
}
