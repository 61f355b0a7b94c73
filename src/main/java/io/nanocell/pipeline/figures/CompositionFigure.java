package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterView;
import io.nanocell.results.TypeShare;
import java.util.List;

/// Which types of cells each cluster is made of: a bar for each assessed cluster, whose parts are as wide as
/// their shares.
public final class CompositionFigure {

    /// Of a bar of all cells, pixels.
    static final double WIDTH = 480;

    private static final double LEFT = 16;
    private static final double ROW = 22;
    private static final double TOP = 112;
    private static final double CELLS = 74; // the column of the numbers of cells
    private static final double KEY = 18; // a line of the legend
    private static final double KEY_TEXT = 216;
    private static final int MOST_ROWS = 200;
    private static final int TALL = 20; // rows; then the axis is labelled below too
    private static final int SMALL = Frame.SMALL - 1;
    private static final String TITLE = "What each cluster is made of";

    private final List<ClusterView> clusters;
    private final TypeColours colours;
    private final Svg svg;
    private final Frame plot;

    private CompositionFigure(List<ClusterView> drawn, TypeColours colours) {
        this.clusters = drawn;
        this.colours = colours;
        double left = LEFT + ClusterRows.WIDTH;
        double height = ROW * drawn.size();
        double legend = KEY * (colours.types().size() + 1);
        double bottom = drawn.isEmpty() ? 96 : TOP + Math.max(height + (drawn.size() > TALL ? 24 : 0), legend);
        svg = new Svg((int) (left + WIDTH + CELLS + 40 + KEY_TEXT + LEFT), (int) Math.ceil(bottom + 20), TITLE);
        plot = new Frame(svg, left, TOP, WIDTH, height, 1, Math.max(1, drawn.size()));
    }

    /// @param clusters all of the job, by number; the first 200 that have been assessed are drawn
    /// @return an SVG document; also where there is nothing to draw, which it says then
    public static String of(List<ClusterView> clusters) {
        List<ClusterView> assessed = ClusterRows.assessed(clusters);
        List<ClusterView> drawn = assessed.subList(0, Math.min(MOST_ROWS, assessed.size()));
        String counted = ClusterRows.counted(drawn.size(), assessed.size(), clusters.size() - assessed.size());
        return new CompositionFigure(drawn, TypeColours.of(assessed)).drawn(counted);
    }

    private String drawn(String counted) {
        if (clusters.isEmpty()) {
            Frame.title(svg, LEFT, TITLE, counted, ClusterRows.NONE);
            return svg.document();
        }
        Frame.title(
                svg,
                LEFT,
                TITLE,
                counted,
                "types of the cells of each cluster, most cells first; at the right all cells of the cluster");
        var rows = new ClusterRows(svg, LEFT, TOP, ROW);
        rows.bands(clusters.size(), plot.right() + CELLS);
        axis();
        svg.text(plot.right() + CELLS - 8, TOP - 9, "cells", SMALL, Svg.Anchor.END, Frame.FAINT);
        for (int row = 0; row < clusters.size(); row++) {
            ClusterView cluster = clusters.get(row);
            rows.label(row, cluster);
            svg.text(
                    plot.right() + CELLS - 8,
                    rows.middle(row) + 4,
                    ClusterRows.whole(cluster.cells()),
                    SMALL,
                    Svg.Anchor.END,
                    Frame.INK);
            bar(cluster, rows.middle(row));
        }
        legend();
        return svg.document();
    }

    private void axis() {
        for (int percent = 0; percent <= 100; percent += 25) {
            double x = plot.x(percent / 100.0);
            svg.line(x, TOP - 4, x, plot.bottom(), Frame.GRID, 1, "");
            svg.text(x, TOP - 9, percent + " %", SMALL, Svg.Anchor.MIDDLE, Frame.FAINT);
            if (clusters.size() > TALL) {
                svg.text(x, plot.bottom() + 16, percent + " %", SMALL, Svg.Anchor.MIDDLE, Frame.FAINT);
            }
        }
    }

    private void bar(ClusterView cluster, double middle) {
        if (cluster.composition().isEmpty()) {
            svg.text(plot.left() + 6, middle + 4, "no types recorded", SMALL, Svg.Anchor.START, Frame.FAINT);
            return;
        }
        svg.group("stroke=\"#FFFFFF\" stroke-width=\"0.5\"");
        double before = 0;
        for (TypeShare type : cluster.composition()) {
            double x = plot.x(before);
            before += type.share();
            svg.rectangle(x, middle - 8, plot.x(before) - x, 16, colours.of(type), tooltip(cluster, type));
        }
        svg.end().group("pointer-events=\"none\""); // the tooltip under a name stays within reach
        before = 0;
        for (TypeShare type : cluster.composition()) {
            name(type, plot.x(before), plot.x(before + type.share()), middle);
            before += type.share();
        }
        svg.end();
    }

    /// Where there is room for it.
    private void name(TypeShare type, double from, double to, double middle) {
        if (Words.width(type.label(), SMALL) + 10 <= to - from) {
            svg.text(
                    (from + to) / 2, middle + 4, type.label(), SMALL, Svg.Anchor.MIDDLE, Palette.ink(colours.of(type)));
        }
    }

    private static String tooltip(ClusterView cluster, TypeShare type) {
        return "%s%s\n%s, %s of %s cells"
                .formatted(
                        type.label(),
                        type.cellOntologyId() == null ? "" : " (%s)".formatted(type.cellOntologyId()),
                        percent(type.share()),
                        ClusterRows.whole(type.cells()),
                        ClusterRows.whole(cluster.cells()));
    }

    private static String percent(double share) {
        return share > 0 && share < 0.001 ? "under 0.1 %" : Frame.shown(100 * share, 1) + " %";
    }

    private void legend() {
        double x = plot.right() + CELLS + 24;
        double y = TOP;
        for (TypeColours.Type type : colours.types()) {
            svg.group("").tooltip("%s\n%s cells".formatted(type.label(), ClusterRows.whole(type.cells())));
            svg.rectangle(x, y + 3, 12, 12, type.colour(), "");
            svg.text(
                    x + 18,
                    y + 13,
                    Words.within(type.label(), KEY_TEXT - 18, Frame.SMALL),
                    Frame.SMALL,
                    Svg.Anchor.START,
                    Frame.INK);
            svg.end();
            y += KEY;
        }
    }
}
