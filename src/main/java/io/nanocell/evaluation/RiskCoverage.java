package io.nanocell.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The risk–coverage curve: if only the surest are answered, what share of them is wrong? Answers of one confidence
/// come
/// together, for nothing tells them apart.
///
/// @param answers surest first
/// @param all how many there were to answer; those without an answer are never covered
record RiskCoverage(List<Calibration.Answer> answers, int all) {

    private static final long SEED = 20_261_123;
    private static final int MOST_POINTS = 200;
    private static final double ROUNDING = 1e-9; // 7 of 70 are 10 %, whatever 0.1 × 70 comes to

    RiskCoverage {
        if (all < answers.size()) {
            throw new IllegalArgumentException("%d answers to %d questions".formatted(answers.size(), all));
        }
    }

    /// @return mean, over k, of the share of wrong ones among the k surest; within a tie the wrong ones are spread
    /// evenly
    double area() {
        double area = 0;
        double wrong = 0;
        int taken = 0;
        while (taken < answers.size()) {
            int end = endOfTie(taken);
            double tied = wrong(taken, end);
            for (int k = 1; k <= end - taken; k++) {
                area += (wrong + tied * k / (end - taken)) / (taken + k);
            }
            wrong += tied;
            taken = end;
        }
        return area / answers.size();
    }

    /// @return one point for each confidence, surest first; of more than 200 an even choice with the last in it
    List<RiskPoint> points() {
        List<RiskPoint> points = new ArrayList<>();
        int wrong = 0;
        int taken = 0;
        while (taken < answers.size()) {
            int end = endOfTie(taken);
            wrong += wrong(taken, end);
            taken = end;
            points.add(new RiskPoint(
                    (double) taken / all,
                    (double) wrong / taken,
                    answers.get(taken - 1).confidence()));
        }
        List<RiskPoint> chosen = new ArrayList<>();
        int step = Math.ceilDiv(Math.max(1, points.size()), MOST_POINTS);
        for (int i = (points.size() - 1) % step; i >= 0 && i < points.size(); i += step) {
            chosen.add(points.get(i));
        }
        return chosen;
    }

    /// @return for each risk the coverage, with an interval from resampling all that there was to answer
    List<CoverageAtRisk> atRisks(double... risks) {
        int[] once = new int[answers.size()];
        Arrays.fill(once, 1);
        double[] observed = coverages(once, risks);
        int draws = Draws.of(all);
        double[][] drawn = new double[risks.length][draws]; // (risk, draw)
        var random = new SplittableRandom(SEED);
        for (int draw = 0; draw < draws; draw++) {
            int[] times = new int[answers.size()];
            for (int i = 0; i < all; i++) {
                int pick = random.nextInt(all);
                if (pick < times.length) {
                    times[pick]++;
                }
            }
            double[] found = coverages(times, risks);
            for (int r = 0; r < risks.length; r++) {
                drawn[r][draw] = found[r];
            }
        }
        List<CoverageAtRisk> coverages = new ArrayList<>();
        for (int r = 0; r < risks.length; r++) {
            Arrays.sort(drawn[r]);
            coverages.add(new CoverageAtRisk(
                    risks[r], observed[r], percentile(drawn[r], 0.025), percentile(drawn[r], 0.975)));
        }
        return coverages;
    }

    /// @param times how often each answer counts
    private double[] coverages(int[] times, double... risks) {
        double[] best = new double[risks.length];
        long taken = 0;
        long wrong = 0;
        for (int i = 0; i < times.length; i++) {
            taken += times[i];
            wrong += answers.get(i).right() ? 0 : times[i];
            boolean endsTie = i + 1 == times.length
                    || answers.get(i + 1).confidence() != answers.get(i).confidence();
            for (int r = 0; endsTie && r < risks.length; r++) {
                if (wrong <= risks[r] * taken + ROUNDING) {
                    best[r] = (double) taken / all;
                }
            }
        }
        return best;
    }

    /// Nearest rank.
    private static double percentile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private int endOfTie(int first) {
        int end = first + 1;
        while (end < answers.size()
                && answers.get(end).confidence() == answers.get(first).confidence()) {
            end++;
        }
        return end;
    }

    private int wrong(int from, int to) {
        return (int) answers.subList(from, to).stream().filter(a -> !a.right()).count();
    }
}
