package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterView;
import java.util.List;
import java.util.Locale;

/// The clusters of a figure that has a row for each: number and label at the left.
///
/// @param svg drawn on
/// @param left pixel where the numbers begin
/// @param top pixel of the first row's upper edge
/// @param height of a row, pixels
record ClusterRows(Svg svg, double left, double top, double height) {

    /// Room for number, label and the gap behind them, pixels.
    static final double WIDTH = 250;

    /// What a figure without rows says.
    static final String NONE = "No cluster of this job was assessed: there is nothing to draw.";

    private static final String NOT_ASSESSED = "NOT_ASSESSED";
    private static final String BAND = "#F6F6F6";
    private static final double NUMBER = 30;

    static List<ClusterView> assessed(List<ClusterView> clusters) {
        return clusters.stream().filter(c -> !c.verdict().equals(NOT_ASSESSED)).toList();
    }

    /// @param drawn how many clusters have a row
    /// @param assessed how many of the job could have one
    /// @param left how many were not assessed
    static String counted(int drawn, int assessed, int left) {
        return (drawn < assessed ? "the first %d of %s".formatted(drawn, clusters(assessed)) : clusters(assessed))
                + (left == 0 ? "" : " (%d more not assessed)".formatted(left));
    }

    private static String clusters(int n) {
        return n == 1 ? "1 cluster" : n + " clusters";
    }

    /// Every other row has a ground of its own, which guides the eye.
    ///
    /// @param right where it ends, pixels
    void bands(int rows, double right) {
        for (int row = 1; row < rows; row += 2) {
            svg.rectangle(left, top + height * row, right - left, height, BAND, "");
        }
    }

    /// Number and label. A label that is too long is cut short and stands whole in the tooltip.
    void label(int row, ClusterView cluster) {
        double base = middle(row) + 4;
        String label = label(cluster);
        svg.group("")
                .tooltip("%s: %s\n%s cells, verdict %s"
                        .formatted(cluster.name(), label, whole(cluster.cells()), cluster.verdict()));
        svg.text(
                left + NUMBER - 8,
                base,
                Integer.toString(cluster.number()),
                Frame.SMALL - 1,
                Svg.Anchor.END,
                Frame.FAINT);
        svg.text(
                left + NUMBER,
                base,
                Words.within(label, WIDTH - NUMBER - 10, Frame.SMALL),
                Frame.SMALL,
                Svg.Anchor.START,
                Frame.INK);
        svg.end();
    }

    double middle(int row) {
        return top + height * (row + 0.5);
    }

    /// @return what an assessed cluster is called among others
    static String label(ClusterView cluster) {
        String label = cluster.distinctLabel();
        return label == null ? cluster.name() : label;
    }

    static String whole(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
