package io.nanocell.cli;

import io.nanocell.evaluation.CoverageAtRisk;
import io.nanocell.evaluation.Scores;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Scores as tables for people.
final class ScoreTable {

    private final PrintStream out;

    ScoreTable(PrintStream out) {
        this.out = out;
    }

    /// One line for each figure of calibration, one column for each way of answering.
    void calibration(List<String> names, List<Scores> scores) {
        out.println();
        out.printf("%-34s", "confidence of the first answer");
        names.forEach(name -> out.printf("%18s", name));
        out.println();
        row("answers", scores, s -> Integer.toString(s.answers()));
        row("share right", scores, s -> number(s.baseRate()));
        row("macro-F1 of the exact terms", scores, s -> number(s.macroF1()));
        row("Brier score", scores, s -> number(s.brier()));
        row("Brier skill over the share right", scores, s -> number(s.brierSkill()));
        row("calibration slope", scores, s -> number(s.slope()));
        row("ECE, ten bins", scores, s -> number(s.ece()));
        row("  of perfect predictors, mean", scores, s -> {
            var perfect = s.perfectEce();
            return number(perfect == null ? null : perfect.mean());
        });
        row(
                "  95 % of them within",
                scores, s -> {
                    var perfect = s.perfectEce();
                    return number(perfect == null ? null : perfect.percentile95());
                });
        row("AURC", scores, s -> number(s.aurc()));
        int risks = scores.getFirst().coverageAtRisk().size();
        for (int r = 0; r < risks; r++) {
            int at = r;
            row(
                    String.format(
                            Locale.ROOT,
                            "coverage at %.0f %% risk",
                            100 * scores.getFirst().coverageAtRisk().get(r).risk()),
                    scores,
                    s -> s.coverageAtRisk().size() > at
                            ? interval(s.coverageAtRisk().get(at))
                            : "-");
        }
    }

    private void row(String name, List<Scores> scores, Function<Scores, String> figure) {
        out.printf("%-34s", name);
        scores.forEach(s -> out.printf("%18s", figure.apply(s)));
        out.println();
    }

    /// One line for each tissue or lineage.
    void groups(String title, List<Scores.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        out.println();
        out.printf(
                "%-34s %5s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s%n",
                title, "n", "mean", "exact", "top-3", "coverage", "right", "Brier", "skill", "ECE", "95%", "at 90%");
        groups.forEach(g -> out.printf(
                "%-34s %5d %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s%n",
                g.name(),
                g.n(),
                number(g.ontologyMean()),
                number(g.exact()),
                number(g.top3()),
                number(g.coverage()),
                number(g.selectiveAccuracy()),
                number(g.brier()),
                number(g.brierSkill()),
                number(g.ece()),
                number(g.perfectEce() == null ? null : g.perfectEce().percentile95()),
                number(
                        g.coverageAtRisk().isEmpty()
                                ? null
                                : g.coverageAtRisk().getLast().coverage())));
    }

    /// One line for each pair that occurs.
    void confusion(String title, List<Scores.Confusion> rows) {
        out.println();
        out.printf("%-34s %-34s %5s%n", title, "answer", "n");
        rows.forEach(row -> out.printf("%-34s %-34s %5d%n", row.truth(), row.predicted(), row.n()));
    }

    private static String interval(CoverageAtRisk at) {
        return String.format(Locale.ROOT, "%.2f [%.2f %.2f]", at.coverage(), at.low(), at.high());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
