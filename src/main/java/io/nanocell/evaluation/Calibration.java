package io.nanocell.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far confidences can be taken at their word (Brier 1950; Naeini et al. 2015 for the binned error; Geifman et al.
/// 2019 for the risk–coverage curve).
///
/// @param answers first answers, in any order
record Calibration(List<Answer> answers) {

    private static final int BINS = 10;

    /// A first answer.
    record Answer(String id, double confidence, boolean right) {

        double outcome() {
            return right ? 1 : 0;
        }
    }

    Calibration {
        answers = answers.stream()
                .sorted(Comparator.comparingDouble(Answer::confidence)
                        .reversed()
                        .thenComparing(Answer::id))
                .toList();
    }

    @Nullable
    Double brier() {
        return answers.isEmpty()
                ? null
                : answers.stream()
                        .mapToDouble(a -> (a.confidence() - a.outcome()) * (a.confidence() - a.outcome()))
                        .average()
                        .orElseThrow();
    }

    /// @return Σ (n_b / n) · |confidence_b − right_b|
    @Nullable
    Double ece() {
        return answers.isEmpty()
                ? null
                : bins().stream()
                        .mapToDouble(bin -> Math.abs(bin.confidence() - bin.right()) * bin.n() / answers.size())
                        .sum();
    }

    /// @return mean, over k, of the share of wrong ones among the k surest; equal confidences are taken together
    @Nullable
    Double aurc() {
        if (answers.isEmpty()) {
            return null;
        }
        double area = 0;
        double wrong = 0;
        int taken = 0;
        while (taken < answers.size()) {
            int end = taken;
            double tiedWrong = 0;
            while (end < answers.size()
                    && answers.get(end).confidence() == answers.get(taken).confidence()) {
                tiedWrong += 1 - answers.get(end).outcome();
                end++;
            }
            for (int k = 1; k <= end - taken; k++) {
                area += (wrong + tiedWrong * k / (end - taken)) / (taken + k);
            }
            wrong += tiedWrong;
            taken = end;
        }
        return area / answers.size();
    }

    List<Scores.Bin> bins() {
        List<Scores.Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Answer> inside = answers.stream()
                    .filter(a -> Math.min(BINS - 1, (int) (a.confidence() * BINS)) == bin)
                    .toList();
            if (!inside.isEmpty()) {
                bins.add(new Scores.Bin(
                        (double) b / BINS,
                        (b + 1.0) / BINS,
                        inside.size(),
                        inside.stream()
                                .mapToDouble(Answer::confidence)
                                .average()
                                .orElseThrow(),
                        inside.stream().mapToDouble(Answer::outcome).average().orElseThrow()));
            }
        }
        return bins;
    }
}
