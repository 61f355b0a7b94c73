package io.nanocell.pipeline.figures;

import java.util.Locale;

/// A plot area with two linear axes from 0.
///
/// @param svg drawn on
/// @param left pixel of x = 0
/// @param top pixel of y = `yMax`
/// @param width pixels
/// @param height pixels
/// @param xMax end of the x axis
/// @param yMax end of the y axis
record Frame(Svg svg, double left, double top, double width, double height, double xMax, double yMax) {

    static final String INK = "#222222";
    static final String FAINT = "#666666";
    static final String GRID = "#E3E3E3";
    static final String BLUE = "#1F5FA8";
    static final int SMALL = 12;

    private static final int TITLE = 16;

    double x(double value) {
        return left + width * value / xMax;
    }

    double y(double value) {
        return top + height * (1 - value / yMax);
    }

    double bottom() {
        return top + height;
    }

    double right() {
        return left + width;
    }

    /// Grid, ticks with labels, and what the axes are.
    ///
    /// @param xDecimals of the tick labels on the x axis
    /// @param yDecimals of those on the y axis
    Frame axes(String xTitle, double xStep, String yTitle, double yStep, int xDecimals, int yDecimals) {
        for (int i = 0; i * xStep <= xMax + 1e-9; i++) {
            double at = x(i * xStep);
            svg.line(at, top, at, bottom(), GRID, 1, "");
            svg.line(at, bottom(), at, bottom() + 5, INK, 1, "");
            svg.text(at, bottom() + 19, shown(i * xStep, xDecimals), SMALL, Svg.Anchor.MIDDLE, INK);
        }
        for (int i = 0; i * yStep <= yMax + 1e-9; i++) {
            double at = y(i * yStep);
            svg.line(left, at, right(), at, GRID, 1, "");
            svg.line(left - 5, at, left, at, INK, 1, "");
            svg.text(left - 9, at + 4, shown(i * yStep, yDecimals), SMALL, Svg.Anchor.END, INK);
        }
        svg.line(left, bottom(), right(), bottom(), INK, 1.2, "");
        svg.line(left, top, left, bottom(), INK, 1.2, "");
        svg.text((left + right()) / 2, bottom() + 40, xTitle, SMALL + 1, Svg.Anchor.MIDDLE, INK);
        svg.upwards(left - 46, (top + bottom()) / 2, yTitle, SMALL + 1, INK);
        return this;
    }

    /// @param lines below the title, small
    Frame title(String title, String... lines) {
        title(svg, left, title, lines);
        return this;
    }

    /// @param left pixel where it begins
    /// @param lines below the title, small
    static void title(Svg svg, double left, String title, String... lines) {
        svg.text(left, 26, title, TITLE, Svg.Anchor.START, INK);
        for (int i = 0; i < lines.length; i++) {
            svg.text(left, 46 + 17.0 * i, lines[i], SMALL, Svg.Anchor.START, FAINT);
        }
    }

    static String shown(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
