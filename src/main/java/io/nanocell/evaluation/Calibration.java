package io.nanocell.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How far confidences can be taken at their word (Brier 1950; Naeini et al. 2015 for the binned error; Cox 1958
/// for the
/// slope; Geifman et al. 2019 for the risk–coverage curve). Every figure depends on the answers alone, not on their
/// order; what is drawn at random is drawn from a fixed seed.
///
/// @param answers first answers, in any order; kept surest first
public record Calibration(List<Answer> answers) {

    /// Number of bins of equal width.
    public static final int BINS = 10;

    /// A first answer.
    ///
    /// @param id breaks ties, so that the order is total
    /// @param confidence 0..1
    /// @param right whether its ontology score is at least ½
    public record Answer(String id, double confidence, boolean right) {

        public Answer {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence of %s is %s, not 0..1".formatted(id, confidence));
            }
        }

        double outcome() {
            return right ? 1 : 0;
        }
    }

    public Calibration {
        answers = answers.stream()
                .sorted(Comparator.comparingDouble(Answer::confidence)
                        .reversed()
                        .thenComparing(Answer::id))
                .toList();
    }

    /// @param confidence 0..1, one per answer
    /// @param right whether it is right, one per answer
    /// @return the calibration of answers that have no names
    public static Calibration of(double[] confidence, boolean[] right) {
        if (confidence.length != right.length) {
            throw new IllegalArgumentException(
                    "%d confidences for %d answers".formatted(confidence.length, right.length));
        }
        return new Calibration(IntStream.range(0, confidence.length)
                .mapToObj(i -> new Answer("%09d".formatted(i), confidence[i], right[i]))
                .toList());
    }

    /// @return mean of (confidence − right)²; null without answers
    public @Nullable Double brier() {
        return mean(a -> (a.confidence() - a.outcome()) * (a.confidence() - a.outcome()));
    }

    /// @return share of right answers; null without answers
    public @Nullable Double baseRate() {
        return mean(Answer::outcome);
    }

    /// @return 1 − Brier / (base · (1 − base)): 0 for one that always says the share of right answers, 1 for an
    /// oracle; null where all answers are right or all are wrong
    public @Nullable Double brierSkill() {
        Double brier = brier();
        Double base = baseRate();
        return brier == null || base == null || base == 0 || base == 1 ? null : 1 - brier / (base * (1 - base));
    }

    /// @return Σ (n_b / n) · |confidence_b − right_b|; null without answers
    public @Nullable Double ece() {
        return answers.isEmpty() ? null : binnedError(this::isRight);
    }

    /// @return the same error of predictors whose confidences are true, at this size; null without answers
    public @Nullable PerfectPredictors perfectEce() {
        return answers.isEmpty() ? null : PerfectPredictors.like(this);
    }

    /// @return slope of a logistic regression of right on logit(confidence): 1 where confidences are true, below it
    /// where they are too bold; null where it has no finite value
    public @Nullable Double slope() {
        CalibrationLine line = CalibrationLine.fit(answers);
        return line == null ? null : line.slope();
    }

    /// @return area under the risk–coverage curve; null without answers
    public @Nullable Double aurc() {
        return answers.isEmpty() ? null : new RiskCoverage(answers, answers.size()).area();
    }

    /// @param risk share of wrong answers that is borne
    /// @return the largest share of the answers that can be given at that risk, with its interval; null without
    /// answers
    public @Nullable CoverageAtRisk coverageAtRisk(double risk) {
        return answers.isEmpty()
                ? null
                : new RiskCoverage(answers, answers.size()).atRisks(risk).getFirst();
    }

    /// @return the bins that hold answers, ascending
    public List<Bin> bins() {
        int[] n = new int[BINS];
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        for (Answer answer : answers) {
            int b = binOf(answer.confidence());
            n[b]++;
            confidence[b] += answer.confidence();
            right[b] += answer.right() ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (n[b] > 0) {
                bins.add(new Bin(
                        (double) b / BINS, (b + 1.0) / BINS, n[b], confidence[b] / n[b], (double) right[b] / n[b]));
            }
        }
        return bins;
    }

    /// First answers of like confidence.
    ///
    /// @param from lower border, inside
    /// @param to upper border, outside but in the last bin
    /// @param n answers
    /// @param confidence their mean
    /// @param right share of right ones
    public record Bin(double from, double to, int n, double confidence, double right) {}

    private boolean isRight(int i) {
        return answers.get(i).right();
    }

    /// @param right outcome of the i-th answer; asked once for each, in order
    double binnedError(IntPredicate right) {
        double[] gap = new double[BINS]; // n_b · (confidence_b − right_b)
        for (int i = 0; i < answers.size(); i++) {
            double confidence = answers.get(i).confidence();
            gap[binOf(confidence)] += confidence - (right.test(i) ? 1 : 0);
        }
        double error = 0;
        for (double each : gap) {
            error += Math.abs(each);
        }
        return error / answers.size();
    }

    private static int binOf(double confidence) {
        return Math.min(BINS - 1, (int) (confidence * BINS));
    }

    private @Nullable Double mean(ToDoubleFunction<Answer> figure) {
        return answers.isEmpty() ? null : answers.stream().mapToDouble(figure).sum() / answers.size();
    }
}
