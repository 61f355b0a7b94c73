package io.nanocell.pipeline.figures;

import java.util.Locale;

/// An SVG document in the making. Lengths are pixels, y points down; numbers are written with two decimals at most.
final class Svg {

    private static final String FONT = "Helvetica, Arial, sans-serif";

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    /// Where a text stands relative to its point.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// @param title read out by screen readers, shown as a tooltip
    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double strokeWidth, String dashes) {
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n"
                .formatted(
                        number(x1),
                        number(y1),
                        number(x2),
                        number(y2),
                        stroke,
                        number(strokeWidth),
                        dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + '"'));
        return this;
    }

    /// @param tooltip empty: none
    Svg rectangle(double x, double y, double w, double h, String fill, String tooltip) {
        body.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"%s\n"
                .formatted(
                        number(x),
                        number(y),
                        number(w),
                        number(h),
                        fill,
                        tooltip.isEmpty() ? "/>" : ">" + tip(tooltip) + "</rect>"));
        return this;
    }

    /// @param tooltip empty: none
    Svg circle(double x, double y, double radius, String fill, String tooltip) {
        body.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"%s\n"
                .formatted(
                        number(x),
                        number(y),
                        number(radius),
                        fill,
                        tooltip.isEmpty() ? "/>" : ">" + tip(tooltip) + "</circle>"));
        return this;
    }

    /// @param points x and y in turn
    Svg polyline(double[] points, String stroke, double strokeWidth) {
        var written = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            written.append(i == 0 ? "" : " ")
                    .append(number(points[i]))
                    .append(',')
                    .append(number(points[i + 1]));
        }
        body.append(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"/>\n"
                        .formatted(written, stroke, number(strokeWidth)));
        return this;
    }

    /// @param address of the picture, which is stretched to the rectangle
    Svg picture(double x, double y, double w, double h, String address) {
        body.append("<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" href=\"%s\"/>\n"
                .formatted(number(x), number(y), number(w), number(h), address));
        return this;
    }

    Svg text(double x, double y, String text, int size, Anchor anchor, String fill) {
        body.append("<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), size, anchor.name().toLowerCase(Locale.ROOT), fill, escaped(text)));
        return this;
    }

    /// Begins a group; [#end] ends it.
    ///
    /// @param attributes of the service's own, as `stroke="#222222"`; empty: none
    Svg group(String attributes) {
        body.append(attributes.isEmpty() ? "<g>" : "<g " + attributes + '>').append('\n');
        return this;
    }

    Svg end() {
        body.append("</g>\n");
        return this;
    }

    /// Of the group that has just begun.
    Svg tooltip(String text) {
        body.append(tip(text)).append('\n');
        return this;
    }

    /// A gene's name, in italics as the rules of nomenclature want it, that reads upwards from its point.
    Svg gene(double x, double y, String name, int size, Anchor anchor, String fill) {
        body.append(
                "<text transform=\"translate(%s %s) rotate(-90)\" font-size=\"%d\" font-style=\"italic\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                        .formatted(
                                number(x),
                                number(y),
                                size,
                                anchor.name().toLowerCase(Locale.ROOT),
                                fill,
                                escaped(name)));
        return this;
    }

    /// A text that reads upwards.
    Svg upwards(double x, double y, String text, int size, String fill) {
        body.append(
                "<text transform=\"translate(%s %s) rotate(-90)\" font-size=\"%d\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n"
                        .formatted(number(x), number(y), size, fill, escaped(text)));
        return this;
    }

    /// @return the document
    String document() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="%s" role="img">
                <title>%s</title>
                <rect width="%d" height="%d" fill="#FFFFFF"/>
                %s</svg>
                """.formatted(width, height, width, height, FONT, escaped(title), width, height, body);
    }

    private static String tip(String text) {
        return "<title>" + escaped(text) + "</title>";
    }

    /// At most two decimals, never an exponent, a comma or "-0".
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a length of " + value);
        }
        String text = String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    /// What XML 1.0 cannot hold becomes U+FFFD.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}
