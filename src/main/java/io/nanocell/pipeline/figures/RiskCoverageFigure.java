package io.nanocell.pipeline.figures;

import io.nanocell.evaluation.CoverageAtRisk;
import io.nanocell.evaluation.RiskPoint;
import io.nanocell.evaluation.Scores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Share of wrong answers against the share of all that is answered, surest first.
public final class RiskCoverageFigure {

    private static final String RED = "#B2352B";

    private RiskCoverageFigure() {}

    /// @return an SVG document
    public static String of(Scores scores) {
        var svg = new Svg(600, 540, "Risk–coverage curve");
        List<RiskPoint> points = scores.riskCoverage();
        double highest = points.stream().mapToDouble(RiskPoint::risk).max().orElse(0);
        double yMax = Math.max(0.2, Math.ceil(highest * 10 - 1e-9) / 10);
        var plot = new Frame(svg, 78, 104, 480, 380, 1, yMax);
        List<String> lines = new ArrayList<>();
        lines.add("%d truths, %d answers; area under the curve %s (0 is best)"
                .formatted(scores.n(), scores.answers(), shown(scores.aurc())));
        scores.coverageAtRisk().forEach(c -> lines.add(inWords(c)));
        plot.title("Risk and coverage: how much of it is wrong?", lines.toArray(String[]::new));
        plot.axes(
                "coverage: share answered, surest first",
                0.1,
                "risk: share of wrong ones among the answered",
                yMax > 0.5 ? 0.1 : 0.05,
                1,
                2);
        scores.coverageAtRisk().forEach(c -> bound(plot, c));
        if (!points.isEmpty()) {
            double[] curve = new double[2 * points.size()];
            for (int i = 0; i < points.size(); i++) {
                curve[2 * i] = plot.x(points.get(i).coverage());
                curve[2 * i + 1] = plot.y(points.get(i).risk());
            }
            svg.polyline(curve, Frame.BLUE, 2);
            RiskPoint last = points.getLast();
            svg.circle(
                    plot.x(last.coverage()),
                    plot.y(last.risk()),
                    3.5,
                    Frame.BLUE,
                    "all answers: coverage %s, risk %s".formatted(shown(last.coverage()), shown(last.risk())));
        }
        return svg.document();
    }

    private static void bound(Frame plot, CoverageAtRisk at) {
        plot.svg().line(plot.left(), plot.y(at.risk()), plot.right(), plot.y(at.risk()), RED, 1, "5 4");
        plot.svg().line(plot.x(at.low()), plot.y(at.risk()), plot.x(at.high()), plot.y(at.risk()), RED, 3, "");
        plot.svg().circle(plot.x(at.coverage()), plot.y(at.risk()), 4.5, RED, inWords(at));
    }

    private static String inWords(CoverageAtRisk at) {
        return "with at most %s %% wrong: coverage %s (95 %% interval %s to %s)"
                .formatted(Frame.shown(100 * at.risk(), 0), shown(at.coverage()), shown(at.low()), shown(at.high()));
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "–" : Frame.shown(value, 2);
    }
}
