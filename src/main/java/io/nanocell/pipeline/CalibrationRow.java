package io.nanocell.pipeline;

import io.nanocell.pipeline.CalibrationCases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cross-validated figures of one kind of case.
record CalibrationRow(String name, int n, double right, double confidence, double skill) {

    static List<CalibrationRow> of(List<Case> cases, Map<String, Double> unseen) {
        Map<String, List<Case>> kinds = new LinkedHashMap<>();
        cases.forEach(c -> kinds.computeIfAbsent(c.source() + ", " + c.variant(), _ -> new ArrayList<>())
                .add(c));
        List<CalibrationRow> rows = new ArrayList<>();
        kinds.forEach((name, of) -> rows.add(row(name, of, unseen)));
        return rows;
    }

    private static CalibrationRow row(String name, List<Case> cases, Map<String, Double> unseen) {
        double right = 0;
        double sum = 0;
        double brier = 0;
        for (Case c : cases) {
            double p = unseen.getOrDefault(c.labelled().id(), 0.0);
            double y = c.labelled().right() ? 1 : 0;
            right += y / cases.size();
            sum += p / cases.size();
            brier += (p - y) * (p - y) / cases.size();
        }
        return new CalibrationRow(name, cases.size(), right, sum, 1 - brier / (right * (1 - right)));
    }

    static List<String> table(List<CalibrationRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("cases                        n  right  confidence  Brier skill");
        rows.forEach(r -> lines.add(String.format(
                Locale.ROOT, "%-24s %5d  %.3f       %.3f        %.3f", r.name, r.n, r.right, r.confidence, r.skill)));
        return lines;
    }
}
