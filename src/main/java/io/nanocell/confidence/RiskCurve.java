package io.nanocell.confidence;

import java.util.List;
import java.util.OptionalDouble;

/// How many calibration cases reach a confidence, and how many of these are wrong: what a guaranteed error rate is read
/// from (conformal risk control, Angelopoulos et al. 2024, with the loss "called and wrong, less α for every call").
///
/// @param called entry h: cases with at least h hundredths of confidence that nothing else forbids to call, 0 ≤ h ≤ 100
/// @param wrong entry h: how many of them are wrong
public record RiskCurve(List<Integer> called, List<Integer> wrong) {

    /// A threshold lies on hundredths.
    public static final int STEPS = 100;

    public RiskCurve {
        called = List.copyOf(called);
        wrong = List.copyOf(wrong);
        if (called.size() != STEPS + 1 || wrong.size() != STEPS + 1) {
            throw new IllegalArgumentException(
                    "a risk curve has %d thresholds, not %d and %d".formatted(STEPS + 1, called.size(), wrong.size()));
        }
    }

    /// One case that may be called.
    public record Outcome(double confidence, boolean right) {}

    public static RiskCurve of(List<Outcome> outcomes) {
        Integer[] called = new Integer[STEPS + 1];
        Integer[] wrong = new Integer[STEPS + 1];
        for (int h = 0; h <= STEPS; h++) {
            double threshold = (double) h / STEPS;
            called[h] = (int)
                    outcomes.stream().filter(o -> o.confidence() >= threshold).count();
            wrong[h] = (int) outcomes.stream()
                    .filter(o -> o.confidence() >= threshold && !o.right())
                    .count();
        }
        return new RiskCurve(List.of(called), List.of(wrong));
    }

    /// The expected share of wrong ones among what is called at this threshold is at most `rate`, for clusters
    /// exchangeable with the calibration cases. The finite-sample correction counts the cluster to come as called
    /// and wrong, (wrong + 1) / (called + 1) ≤ rate; thresholds are tried from the surest down, and the first that
    /// does not hold ends the search, so that the choice itself does not make the promise too bold.
    ///
    /// @param rate α, above 0 and below 1
    /// @return least threshold that holds, in hundredths; empty where the cases are too few or too often wrong
    public OptionalDouble threshold(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("an error rate is above 0 and below 1, not " + rate);
        }
        OptionalDouble least = OptionalDouble.empty();
        for (int h = STEPS; h >= 0; h--) {
            boolean enough = rate * (called.get(h) + 1) >= 1; // with fewer not even all right would do
            if (enough && wrong.get(h) + 1 > rate * (called.get(h) + 1)) {
                return least;
            }
            least = enough ? OptionalDouble.of((double) h / STEPS) : least;
        }
        return least;
    }
}
