package io.nanocell.pipeline.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The cells of a section where they lie: a picture of discs with a scale bar, and a legend beside it.
public final class SpatialFigure {

    private static final int WIDTH = 860; // of the map at most, pixels
    private static final int HEIGHT = 720;
    private static final int LEFT = 20;
    private static final int TOP = 62;
    private static final int SHARP = 2; // pixels of the picture per pixel of the figure, each way
    private static final int LEGEND = 320;
    private static final int LINE = 20;
    private static final int LONGEST_NAME = 34;
    private static final double LARGEST_CELL = 7; // radius, µm
    private static final double SMALLEST_DISC = 0.75; // radius, pixels of the picture
    private static final double FILLING = 0.55; // radius per distance between cells, if they lay on a square grid
    private static final double BAR = 0.25; // of the map's width at most
    private static final int BELOW = 44;

    private SpatialFigure() {}

    /// @param names of the groups; the first one is that of the cells which lie under the others
    /// @param colours of the groups, "#RRGGBB"
    /// @param groupOf per cell: index of its group; of two in one place the later is seen
    /// @param x of the centroids, µm
    /// @param y of the centroids, µm, downwards
    /// @return an SVG document
    public static String of(
            String title, List<String> names, List<String> colours, int[] groupOf, float[] x, float[] y) {
        var extent = Extent.of(x, y);
        double scale = Math.min(WIDTH / extent.width(), HEIGHT / extent.height());
        double width = Math.max(1, extent.width() * scale);
        double height = Math.max(1, extent.height() * scale);
        int[] cells = cells(groupOf, names.size());
        int listed = (int) IntStream.of(cells).filter(n -> n > 0).count();
        double below = Math.max(TOP + height + BELOW, TOP + LINE * (listed + 1.0));
        var svg = new Svg(LEFT + (int) Math.ceil(width) + LEGEND, (int) Math.ceil(below), title);
        svg.text(LEFT, 26, title, 16, Svg.Anchor.START, Frame.INK);
        svg.text(
                LEFT,
                46,
                String.format(
                        Locale.ROOT,
                        "%,d cells at their centroids, %s × %s",
                        x.length,
                        length(extent.width()),
                        length(extent.height())),
                Frame.SMALL,
                Svg.Anchor.START,
                Frame.FAINT);
        svg.picture(
                LEFT,
                TOP,
                width,
                height,
                paint(extent, scale, colours, groupOf, x, y).dataAddress());
        bar(svg, extent.width() * scale, scale, TOP + height + 18);
        legend(svg, LEFT + width + 24, names, colours, cells);
        return svg.document();
    }

    private static int[] cells(int[] groupOf, int groups) {
        int[] cells = new int[groups];
        for (int group : groupOf) {
            cells[group]++;
        }
        return cells;
    }

    private static Raster paint(
            Extent extent, double scale, List<String> colours, int[] groupOf, float[] x, float[] y) {
        double sharp = scale * SHARP;
        var raster = new Raster((int) Math.max(1, Math.ceil(extent.width() * sharp)), (int)
                Math.max(1, Math.ceil(extent.height() * sharp)));
        double spacing = Math.sqrt(extent.width() * extent.height() / x.length);
        double radius = Math.max(SMALLEST_DISC, Math.min(LARGEST_CELL, FILLING * spacing) * sharp);
        int[] rgb = colours.stream()
                .mapToInt(colour -> Integer.parseInt(colour.substring(1), 16))
                .toArray();
        for (boolean under : new boolean[] {true, false}) {
            for (int i = 0; i < x.length; i++) {
                if ((groupOf[i] == 0) == under) {
                    raster.disc((x[i] - extent.left()) * sharp, (y[i] - extent.top()) * sharp, radius, rgb[groupOf[i]]);
                }
            }
        }
        return raster;
    }

    private static void bar(Svg svg, double width, double scale, double y) {
        double longest = BAR * width / scale;
        double unit = Math.pow(10, Math.floor(Math.log10(longest)));
        double micrometres = unit * (longest >= 5 * unit ? 5 : longest >= 2 * unit ? 2 : 1);
        double end = LEFT + micrometres * scale;
        svg.line(LEFT, y, end, y, Frame.INK, 3, "");
        svg.text(end + 8, y + 4, length(micrometres), Frame.SMALL, Svg.Anchor.START, Frame.INK);
    }

    private static void legend(Svg svg, double x, List<String> names, List<String> colours, int[] cells) {
        List<Integer> order = IntStream.range(0, names.size())
                .filter(group -> cells[group] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer group) -> group == 0).thenComparingInt(group -> -cells[group]))
                .toList();
        double y = TOP;
        for (int group : order) {
            String name = names.get(group);
            String full =
                    String.format(Locale.ROOT, "%s: %,d cell%s", name, cells[group], cells[group] == 1 ? "" : "s");
            svg.rectangle(x, y, 12, 12, colours.get(group), full);
            svg.text(x + 18, y + 11, shortened(name), Frame.SMALL, Svg.Anchor.START, Frame.INK);
            svg.text(
                    x + LEGEND - 34,
                    y + 11,
                    String.format(Locale.ROOT, "%,d", cells[group]),
                    Frame.SMALL,
                    Svg.Anchor.END,
                    Frame.FAINT);
            y += LINE;
        }
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private static String length(double micrometres) {
        return micrometres >= 1000
                ? Svg.number(micrometres / 1000) + " mm"
                : Svg.number(micrometres >= 10 ? Math.rint(micrometres) : micrometres) + " µm";
    }

    /// What the cells take up, with the radius of the largest around them. µm.
    private record Extent(double left, double top, double width, double height) {

        static Extent of(float[] x, float[] y) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                left = Math.min(left, x[i]);
                right = Math.max(right, x[i]);
                top = Math.min(top, y[i]);
                bottom = Math.max(bottom, y[i]);
            }
            return new Extent(
                    left - LARGEST_CELL,
                    top - LARGEST_CELL,
                    right - left + 2 * LARGEST_CELL,
                    bottom - top + 2 * LARGEST_CELL);
        }
    }
}
