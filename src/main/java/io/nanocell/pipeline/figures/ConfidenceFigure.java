package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How many clusters have which confidence, coloured by verdict.
public final class ConfidenceFigure {

    private static final int BINS = 20;
    private static final Map<String, String> COLOURS = colours();

    private ConfidenceFigure() {}

    private static Map<String, String> colours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("HIGH", "#1B7837");
        colours.put("MODERATE", "#7FBF7B");
        colours.put("HETEROGENEOUS", "#9970AB");
        colours.put("UNRESOLVED", "#A6A6A6");
        colours.put("NOT_ASSESSED", "#DADADA");
        return colours;
    }

    /// @param moderate least confidence of a label; null: not drawn
    /// @param high least confidence of a sure label; null: not drawn
    /// @return an SVG document
    public static String of(List<ClusterView> clusters, @Nullable Double moderate, @Nullable Double high) {
        List<List<ClusterView>> bins = bins(clusters);
        int most = bins.stream().mapToInt(List::size).max().orElse(0);
        double yStep = Math.max(1, Math.ceil(most / 8.0));
        double yMax = yStep * Math.max(2, Math.ceil((most + 0.4) / yStep));
        var svg = new Svg(680, 420, "Confidence of the clusters");
        var plot = new Frame(svg, 78, 90, 570, 270, 1, yMax);
        long without = clusters.stream().filter(c -> c.confidence() == null).count();
        plot.title(
                "How sure is the service of its clusters?",
                "%d clusters%s"
                        .formatted(
                                clusters.size(),
                                without == 0 ? "" : ", %d of them without a confidence".formatted(without)));
        plot.axes("confidence", 0.1, "clusters", yStep, 1, 0);
        for (int b = 0; b < BINS; b++) {
            bar(plot, b, bins.get(b));
        }
        threshold(plot, moderate, "moderate");
        threshold(plot, high, "high");
        legend(plot, clusters);
        return svg.document();
    }

    private static List<List<ClusterView>> bins(List<ClusterView> clusters) {
        List<List<ClusterView>> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            bins.add(new ArrayList<>());
        }
        for (ClusterView cluster : clusters) {
            if (cluster.confidence() != null) {
                bins.get(Math.clamp((long) (cluster.confidence() * BINS + 1e-9), 0, BINS - 1))
                        .add(cluster);
            }
        }
        return bins;
    }

    private static void bar(Frame plot, int bin, List<ClusterView> clusters) {
        double left = plot.x((double) bin / BINS) + 1.5;
        double width = plot.x((bin + 1.0) / BINS) - 1.5 - left;
        int below = 0;
        for (Map.Entry<String, String> verdict : COLOURS.entrySet()) {
            List<ClusterView> here = clusters.stream()
                    .filter(c -> c.verdict().equals(verdict.getKey()))
                    .toList();
            if (!here.isEmpty()) {
                double y = plot.y((double) below + here.size());
                plot.svg()
                        .rectangle(
                                left,
                                y,
                                width,
                                plot.y(below) - y,
                                verdict.getValue(),
                                here.stream()
                                        .map(c -> "%s: %s (%s)".formatted(c.name(), c.label(), c.verdict()))
                                        .collect(Collectors.joining("\n")));
                below += here.size();
            }
        }
        if (below > 0) {
            plot.svg()
                    .text(
                            left + width / 2,
                            plot.y(below) - 4,
                            Integer.toString(below),
                            Frame.SMALL - 1,
                            Svg.Anchor.MIDDLE,
                            Frame.INK);
        }
    }

    private static void threshold(Frame plot, @Nullable Double at, String name) {
        if (at != null) {
            plot.svg().line(plot.x(at), plot.top(), plot.x(at), plot.bottom(), Frame.INK, 1, "4 4");
            plot.svg().text(plot.x(at) + 4, plot.top() + 12, name, Frame.SMALL - 1, Svg.Anchor.START, Frame.FAINT);
        }
    }

    private static void legend(Frame plot, List<ClusterView> clusters) {
        double x = plot.left();
        for (Map.Entry<String, String> verdict : COLOURS.entrySet()) {
            long n = clusters.stream()
                    .filter(c -> c.verdict().equals(verdict.getKey()))
                    .count();
            if (n > 0) {
                String text = "%s %d".formatted(verdict.getKey(), n);
                plot.svg().rectangle(x, 58, 12, 12, verdict.getValue(), "");
                plot.svg().text(x + 17, 68, text, Frame.SMALL, Svg.Anchor.START, Frame.INK);
                x += 30 + 8.2 * text.length();
            }
        }
    }
}
