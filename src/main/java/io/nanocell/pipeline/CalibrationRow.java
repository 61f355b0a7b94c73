package io.nanocell.pipeline;

import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.evaluation.Calibration;
import io.nanocell.evaluation.CoverageAtRisk;
import io.nanocell.evaluation.PerfectPredictors;
import io.nanocell.pipeline.CalibrationCases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures of one kind of case, each of them said by a fit that has not seen the case's tissue.
///
/// @param name source and variant
/// @param calibration of the first candidates
/// @param bySupport the same candidates, as sure as their support is great: what is to be bettered
/// @param high of those that would be HIGH
/// @param moderate of those that would be MODERATE
record CalibrationRow(String name, Calibration calibration, Calibration bySupport, Share high, Share moderate) {

    private static final String HEADER =
            "cases                                  n  right  sure  skill slope   ECE (95%)  AURC at90%  HIGH right  MOD. right";

    /// How many are called, and which share of these is right.
    record Share(int n, int right) {}

    static List<CalibrationRow> of(List<Case> cases, Map<String, Double> unseen) {
        Map<String, List<Case>> kinds = new LinkedHashMap<>();
        cases.forEach(c -> kinds.computeIfAbsent(c.source() + ", " + c.variant(), _ -> new ArrayList<>())
                .add(c));
        List<CalibrationRow> rows = new ArrayList<>();
        kinds.forEach((name, of) -> rows.add(row(name, of, unseen)));
        Map<String, List<Case>> variants = new LinkedHashMap<>();
        cases.forEach(c ->
                variants.computeIfAbsent(c.variant(), _ -> new ArrayList<>()).add(c));
        variants.forEach((name, of) -> rows.add(row("all, " + name, of, unseen)));
        return rows;
    }

    private static CalibrationRow row(String name, List<Case> cases, Map<String, Double> unseen) {
        List<Calibration.Answer> answers = new ArrayList<>();
        List<Calibration.Answer> supports = new ArrayList<>();
        for (Case c : cases) {
            String id = c.labelled().id();
            answers.add(new Calibration.Answer(id, sure(c, unseen), c.labelled().right()));
            supports.add(new Calibration.Answer(
                    id, c.support() / (1 + c.support()), c.labelled().right()));
        }
        double high = ConfidenceScorer.DEFAULT_HIGH;
        return new CalibrationRow(
                name,
                new Calibration(answers),
                new Calibration(supports),
                share(cases, unseen, high, 2),
                share(cases, unseen, ConfidenceScorer.DEFAULT_MODERATE, high));
    }

    private static double sure(Case c, Map<String, Double> unseen) {
        Double value = unseen.get(c.labelled().id());
        if (value == null) {
            throw new IllegalStateException(
                    "no fold left %s out".formatted(c.labelled().id()));
        }
        return value;
    }

    private static Share share(List<Case> cases, Map<String, Double> unseen, double from, double below) {
        List<Case> called = cases.stream()
                .filter(c -> c.callable() && sure(c, unseen) >= from && sure(c, unseen) < below)
                .toList();
        return new Share(called.size(), (int)
                called.stream().filter(c -> c.labelled().right()).count());
    }

    /// @return a header, and a line for each
    static List<String> table(List<CalibrationRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        rows.forEach(row -> lines.add(row.line()));
        return lines;
    }

    private String line() {
        int n = calibration.answers().size();
        PerfectPredictors perfect = calibration.perfectEce();
        CoverageAtRisk atRisk = calibration.coverageAtRisk(0.10);
        Double area = calibration.aurc();
        Double raw = bySupport.aurc();
        return String.join(
                " ",
                String.format(Locale.ROOT, "%-33s %5d ", name, n),
                number(calibration.baseRate(), "%.3f"),
                number(mean(), "%.3f"),
                number(calibration.brierSkill(), "%5.3f"),
                number(calibration.slope(), "%5.2f"),
                number(calibration.ece(), "%.3f"),
                "(" + number(perfect == null ? null : perfect.percentile95(), "%.3f") + ")",
                number(area == null || raw == null || raw == 0 ? null : area / raw, "%5.2f"),
                number(atRisk == null ? null : atRisk.coverage(), "%5.2f"),
                share(high, n),
                share(moderate, n));
    }

    private double mean() {
        return calibration.answers().stream()
                .mapToDouble(Calibration.Answer::confidence)
                .average()
                .orElse(0);
    }

    private static String share(Share share, int n) {
        return share.n() == 0
                ? " 0.00     -"
                : String.format(Locale.ROOT, " %.2f %.3f", (double) share.n() / n, (double) share.right() / share.n());
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
