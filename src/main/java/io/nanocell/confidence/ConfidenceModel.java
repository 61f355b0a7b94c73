package io.nanocell.confidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The probability that a candidate is right, from its parts: a logistic curve over their weighted sum, `1 / (1 +
/// exp(−(b₀ + Σ bₖ·xₖ)))`, with x the log odds of the posterior divided by √n and by n, n the number of markers,
/// and the other parts as they are, those that speak against a candidate (secondLineage, entropy, heterogeneity,
/// leakage) with a minus sign. No b but b₀ is negative, so that for one list the probability never falls when a
/// part that speaks for the candidate rises. A part that is null counts as 0.
///
/// `functionalConsistency` takes no part: there are no labelled cases with programs to weigh it by.
///
/// @param intercept b₀
/// @param weights b of [#TERMS], in this order, each ≥ 0
public record ConfidenceModel(double intercept, List<Double> weights) {

    /// Names of the terms, as the calibration file has them.
    public static final List<String> TERMS = List.of(
            "posterior/sqrt(markers)",
            "posterior/markers",
            "lead",
            "below",
            "markerShare",
            "sourceAgreement",
            "sourceShare",
            "secondLineage",
            "knownMarkers",
            "markerSupport",
            "margin",
            "coverage",
            "entropy",
            "heterogeneity",
            "leakage");

    private static final double LEAST_POSTERIOR = 1e-4; // 1e-4 and 1e-9 say the same: not this one

    /// @throws IllegalArgumentException unless there is a finite weight ≥ 0 for every term
    public ConfidenceModel {
        weights = List.copyOf(weights);
        if (!(Math.abs(intercept) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the intercept is " + intercept);
        }
        if (weights.size() != TERMS.size()
                || !weights.stream().allMatch(weight -> weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a weight >= 0 is needed for each of " + TERMS + ", not " + weights);
        }
    }

    /// @return x of every term, in their order
    static double[] terms(ConfidenceParts parts) {
        double posterior = Math.clamp(Clamp.unit(parts.posterior()), LEAST_POSTERIOR, 1 - LEAST_POSTERIOR);
        double logOdds = StrictMath.log(posterior / (1 - posterior));
        double markers = Math.max(1, parts.markerCount());
        return new double[] {
            logOdds / StrictMath.sqrt(markers),
            logOdds / markers,
            parts.lead(),
            parts.below(),
            parts.markerShare(),
            parts.sourceAgreement(),
            parts.sourceShare(),
            -parts.secondLineage(),
            parts.knownMarkers(),
            parts.markerSupport(),
            parts.margin(),
            parts.coverage(),
            -parts.entropy(),
            -orNone(parts.heterogeneity()),
            -orNone(parts.leakage())
        };
    }

    private static double orNone(@Nullable Double part) {
        return part == null ? 0 : part;
    }

    /// @return probability that the candidate is right, above 0 and below 1
    public double value(ConfidenceParts parts) {
        double[] terms = terms(parts);
        double sum = intercept;
        for (int k = 0; k < terms.length; k++) {
            sum += weights.get(k) * terms[k];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /// Between two models on the scale of the log odds: monotone as both are.
    ///
    /// @param share of the other, 0..1
    ConfidenceModel towards(ConfidenceModel other, double share) {
        List<Double> between = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            between.add((1 - share) * weights.get(k) + share * other.weights.get(k));
        }
        return new ConfidenceModel((1 - share) * intercept + share * other.intercept, between);
    }

    /// @return name of the coefficient → value, the intercept among them
    Map<String, Double> coefficients() {
        Map<String, Double> named = new TreeMap<>();
        named.put("intercept", intercept);
        for (int k = 0; k < weights.size(); k++) {
            named.put(TERMS.get(k), weights.get(k));
        }
        return named;
    }

    /// @throws IllegalArgumentException if one is missing
    static ConfidenceModel of(Map<String, Double> coefficients) {
        Double intercept = coefficients.get("intercept");
        if (intercept == null || !coefficients.keySet().containsAll(TERMS)) {
            throw new IllegalArgumentException("no intercept or not all of " + TERMS + " in " + coefficients.keySet());
        }
        return new ConfidenceModel(
                intercept, Arrays.asList(TERMS.stream().map(coefficients::get).toArray(Double[]::new)));
    }
}
