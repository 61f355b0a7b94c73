package io.nanocell.pipeline.figures;

import io.nanocell.evaluation.Calibration;
import io.nanocell.evaluation.Scores;
import org.jspecify.annotations.Nullable;

/// Share of right answers against confidence, by bin, with how many answers each bin has.
public final class ReliabilityDiagram {

    private static final double Z = 1.959964; // 95 %

    private ReliabilityDiagram() {}

    /// @return an SVG document
    public static String of(Scores scores) {
        var svg = new Svg(600, 660, "Reliability diagram");
        var plot = new Frame(svg, 78, 120, 480, 380, 1, 1);
        plot.title(
                "Reliability: right as often as it is sure?",
                "%d answers, share right %s; Brier score %s, skill %s; slope %s"
                        .formatted(
                                scores.answers(),
                                shown(scores.baseRate()),
                                shown(scores.brier()),
                                shown(scores.brierSkill()),
                                shown(scores.slope())),
                expectedError(scores),
                "bars: 95 % Wilson interval of the share; below: answers in each bin");
        plot.axes("confidence", 0.1, "share of right answers", 0.1, 1, 1);
        svg.line(plot.x(0), plot.y(0), plot.x(1), plot.y(1), Frame.FAINT, 1.2, "6 4");
        svg.text(plot.x(0.98), plot.y(0.85), "perfect", Frame.SMALL, Svg.Anchor.END, Frame.FAINT);
        int most = scores.bins().stream().mapToInt(Calibration.Bin::n).max().orElse(1);
        var counts = new Frame(svg, 78, 570, 480, 60, 1, most);
        svg.line(counts.left(), counts.bottom(), counts.right(), counts.bottom(), Frame.INK, 1.2, "");
        svg.upwards(counts.left() - 46, 600, "answers", Frame.SMALL + 1, Frame.INK);
        svg.text(counts.left() - 9, counts.top() + 4, Integer.toString(most), Frame.SMALL, Svg.Anchor.END, Frame.INK);
        svg.text(counts.left() - 9, counts.bottom() + 4, "0", Frame.SMALL, Svg.Anchor.END, Frame.INK);
        scores.bins().forEach(bin -> {
            point(plot, bin);
            double x = counts.x(bin.from()) + 2;
            double y = counts.y(bin.n());
            svg.rectangle(x, y, counts.x(bin.to()) - 2 - x, counts.bottom() - y, "#B9CDE5", "");
            svg.text(
                    counts.x((bin.from() + bin.to()) / 2),
                    y - 3,
                    Integer.toString(bin.n()),
                    Frame.SMALL - 1,
                    Svg.Anchor.MIDDLE,
                    Frame.INK);
        });
        return svg.document();
    }

    private static void point(Frame plot, Calibration.Bin bin) {
        double x = plot.x(bin.confidence());
        plot.svg().line(x, plot.y(wilson(bin, -1)), x, plot.y(wilson(bin, 1)), Frame.BLUE, 1.5, "");
        plot.svg()
                .circle(
                        x,
                        plot.y(bin.right()),
                        5,
                        Frame.BLUE,
                        "confidence %s to %s: %d answers, mean confidence %s, right %s"
                                .formatted(
                                        Frame.shown(bin.from(), 1),
                                        Frame.shown(bin.to(), 1),
                                        bin.n(),
                                        Frame.shown(bin.confidence(), 3),
                                        Frame.shown(bin.right(), 3)));
    }

    /// Wilson (1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
    private static double wilson(Calibration.Bin bin, int side) {
        double p = bin.right();
        double n = bin.n();
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.clamp((p + Z * Z / (2 * n) + side * half) / (1 + Z * Z / n), 0, 1);
    }

    private static String expectedError(Scores scores) {
        var perfect = scores.perfectEce();
        return "ECE %s".formatted(shown(scores.ece()))
                + (perfect == null
                        ? ""
                        : "; of perfect predictors of this size %s, 95 %% of them within %s"
                                .formatted(shown(perfect.mean()), shown(perfect.percentile95())));
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "–" : Frame.shown(value, 3);
    }
}
