package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterGene;
import io.nanocell.results.ClusterView;
import io.nanocell.results.MarkerView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What marks each cluster: a row for each assessed cluster, a column for each marker. The area of a dot is the
/// fraction of the cluster's cells that express the gene; its colour the mean of the gene there, from 0 to the
/// highest mean of that gene in any cluster. The picture of `scanpy.pl.dotplot` and Seurat's
/// `DotPlot`; unlike with scanpy's `standard_scale="var"` no expression stays 0.
public final class DotPlotFigure {

    /// Of a dot of 100 %, pixels.
    static final double RADIUS = 8.5;

    static final double LEFT = 16;

    private static final double COLUMN = 19;
    private static final double ROW = 20;
    private static final double GAP = 7; // between the genes of two clusters
    private static final double BRACKETS = 158; // below title and keys
    private static final double LONGEST_GENE = 96;
    private static final int GENE = Frame.SMALL - 1;
    private static final int LEAST_WIDTH = 620;
    private static final int TALL = 20; // rows; then the genes are named below too
    private static final String RIM = "#8C8C8C";
    private static final String TITLE = "What marks each cluster";

    private final MarkerColumns columns;
    private final Map<Integer, Map<String, MarkerView>> statistics = new HashMap<>();
    private final Map<String, Double> highest = new HashMap<>();
    private final double top;
    private final double right;
    private final Svg svg;

    private DotPlotFigure(MarkerColumns columns, List<ClusterGene> genes) {
        this.columns = columns;
        for (ClusterGene gene : genes) {
            MarkerView of = gene.statistics();
            statistics.computeIfAbsent(gene.cluster(), _ -> new HashMap<>()).put(of.gene(), of);
            if (of.meanIn() != null) {
                highest.merge(of.gene(), of.meanIn(), Math::max);
            }
        }
        double room = columns.genes().stream()
                .mapToDouble(gene -> Words.width(shown(gene), GENE))
                .max()
                .orElse(0);
        long filled =
                columns.groups().stream().filter(g -> !g.genes().isEmpty()).count();
        top = BRACKETS + room + 16;
        right = LEFT + ClusterRows.WIDTH + COLUMN * columns.genes().size() + GAP * filled;
        int rows = columns.groups().size();
        double bottom = columns.genes().isEmpty() ? 96 : top + ROW * rows + (rows > TALL ? room + 12 : 0);
        svg = new Svg((int) Math.ceil(Math.max(LEAST_WIDTH, right + 40)), (int) Math.ceil(bottom + 20), TITLE);
    }

    /// @param statistics of the columns' genes in the assessed clusters; a gene that is missing in a cluster,
    /// or whose fraction or mean is, has no dot there
    /// @return an SVG document; also where there is nothing to draw, which it says then
    public static String of(MarkerColumns columns, List<ClusterGene> statistics) {
        return new DotPlotFigure(columns, statistics).drawn();
    }

    private String drawn() {
        var groups = columns.groups();
        String counted = ClusterRows.counted(groups.size(), columns.assessed(), columns.left());
        if (columns.genes().isEmpty()) {
            Frame.title(svg, LEFT, TITLE, counted, groups.isEmpty() ? ClusterRows.NONE : "No cluster has a marker.");
            return svg.document();
        }
        Frame.title(
                svg,
                LEFT,
                TITLE,
                counted + "; " + markers(columns.markers()) + " of each below its number;",
                "a gene that marks several clusters stands below the first of them");
        keys();
        var rows = new ClusterRows(svg, LEFT, top, ROW);
        rows.bands(groups.size(), right);
        for (int row = 0; row < groups.size(); row++) {
            ClusterView cluster = groups.get(row).cluster();
            rows.label(row, cluster);
            svg.text(
                    right + 8,
                    rows.middle(row) + 4,
                    Integer.toString(cluster.number()),
                    GENE,
                    Svg.Anchor.START,
                    Frame.FAINT);
        }
        columns(rows);
        double left = LEFT + ClusterRows.WIDTH;
        double bottom = top + ROW * groups.size();
        svg.polyline(new double[] {left, top, right, top, right, bottom, left, bottom, left, top}, Frame.INK, 1);
        return svg.document();
    }

    private static String markers(int markers) {
        return markers == 1 ? "the first marker" : "up to %d markers".formatted(markers);
    }

    private void columns(ClusterRows rows) {
        double x = LEFT + ClusterRows.WIDTH;
        for (MarkerColumns.Group group : columns.groups()) {
            if (group.genes().isEmpty()) {
                continue;
            }
            x += GAP / 2;
            bracket(x, x + COLUMN * group.genes().size(), group.cluster());
            for (String gene : group.genes()) {
                column(x + COLUMN / 2, gene, rows);
                x += COLUMN;
            }
            x += GAP / 2;
        }
    }

    private void bracket(double from, double to, ClusterView cluster) {
        svg.group("").tooltip("%s: %s".formatted(cluster.name(), ClusterRows.label(cluster)));
        svg.text((from + to) / 2, BRACKETS - 5, Integer.toString(cluster.number()), GENE, Svg.Anchor.MIDDLE, Frame.INK);
        double foot = BRACKETS + 5;
        svg.polyline(new double[] {from + 2, foot, from + 2, BRACKETS, to - 2, BRACKETS, to - 2, foot}, Frame.INK, 1);
        svg.end();
    }

    private void column(double x, String gene, ClusterRows rows) {
        svg.gene(x + 4, top - 6, shown(gene), GENE, Svg.Anchor.START, Frame.INK);
        var groups = columns.groups();
        if (groups.size() > TALL) {
            svg.gene(x + 4, top + ROW * groups.size() + 6, shown(gene), GENE, Svg.Anchor.END, Frame.INK);
        }
        svg.group("stroke=\"%s\" stroke-width=\"0.5\"".formatted(RIM));
        for (int row = 0; row < groups.size(); row++) {
            ClusterView cluster = groups.get(row).cluster();
            MarkerView there =
                    statistics.getOrDefault(cluster.number(), Map.of()).get(gene);
            if (there != null) {
                dot(x, rows.middle(row), cluster, there);
            }
        }
        svg.end();
    }

    private void dot(double x, double y, ClusterView cluster, MarkerView gene) {
        Double fraction = gene.pctIn();
        Double mean = gene.meanIn();
        if (fraction == null || mean == null || fraction == 0) { // no cell, no area
            return;
        }
        double most = highest.getOrDefault(gene.gene(), 0.0);
        svg.circle(x, y, radius(fraction), Ramp.colour(most > 0 ? mean / most : 0), tooltip(cluster, gene));
    }

    /// Areas are proportional to the fractions.
    static double radius(double fraction) {
        return RADIUS * Math.sqrt(fraction);
    }

    private static String tooltip(ClusterView cluster, MarkerView gene) {
        return "%s in cluster %d, %s\n%s %% of its cells, mean %s, log2 fold change %s"
                .formatted(
                        gene.gene(),
                        cluster.number(),
                        Words.within(ClusterRows.label(cluster), ClusterRows.WIDTH, Frame.SMALL),
                        shown(gene.pctIn(), 100, 1),
                        shown(gene.meanIn(), 1, 3),
                        shown(gene.log2FoldChange(), 1, 2));
    }

    private static String shown(@Nullable Double value, double factor, int decimals) {
        return value == null ? "not known" : Frame.shown(factor * value, decimals);
    }

    private static String shown(String gene) {
        return Words.within(gene, LONGEST_GENE, GENE);
    }

    /// What size and colour mean.
    private void keys() {
        svg.text(LEFT, 94, "cells of the cluster that express it, %", GENE, Svg.Anchor.START, Frame.FAINT);
        svg.group("stroke=\"%s\" stroke-width=\"0.5\"".formatted(RIM));
        for (int i = 1; i <= 5; i++) {
            svg.circle(LEFT - 26 + 36 * i, 110, radius(i / 5.0), "#C9C9C9", "");
        }
        svg.end();
        for (int i = 1; i <= 5; i++) {
            svg.text(LEFT - 26 + 36 * i, 131, Integer.toString(20 * i), GENE, Svg.Anchor.MIDDLE, Frame.INK);
        }
        double left = LEFT + ClusterRows.WIDTH;
        svg.text(
                left,
                94,
                "mean log-normalised expression, of each gene's own maximum",
                GENE,
                Svg.Anchor.START,
                Frame.FAINT);
        int steps = 60;
        for (int i = 0;
                i < steps;
                i++) { // pieces, no gradient: that would need an id, which must not occur twice on a page
            svg.rectangle(left + 3 * i, 104, 3, 12, Ramp.colour(i / (steps - 1.0)), "");
        }
        double end = left + 3 * steps;
        svg.polyline(new double[] {left, 104, end, 104, end, 116, left, 116, left, 104}, RIM, 0.5);
        svg.text(left, 131, "0", GENE, Svg.Anchor.MIDDLE, Frame.INK);
        svg.text((left + end) / 2, 131, "0.5", GENE, Svg.Anchor.MIDDLE, Frame.INK);
        svg.text(end, 131, "1", GENE, Svg.Anchor.MIDDLE, Frame.INK);
    }
}
