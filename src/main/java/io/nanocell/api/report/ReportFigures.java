package io.nanocell.api.report;

import java.util.List;

/// The figures of a page, SVG documents of the service's own.
///
/// @param maps where the labels and the cells' own types lie; none where nobody knows
/// @param dotplot what marks the clusters
/// @param composition what they are made of
/// @param confidence how sure they are
public record ReportFigures(List<String> maps, String dotplot, String composition, String confidence) {

    void into(Html html) {
        maps(html);
        html.open("section").element("h2", "Markers");
        figure(
                html,
                dotplot,
                "Dots: the share of the cluster's cells that express the gene (area) and the mean there, relative to the"
                        + " gene's highest (colour).");
        html.close();
        html.open("section").element("h2", "Composition");
        figure(html, composition, "The types of the cells of each cluster; the table above has each number.");
        html.close();
        html.open("section").element("h2", "Confidence");
        figure(html, confidence, "How many clusters have which confidence; the table above has each number.");
        html.close();
    }

    private void maps(Html html) {
        html.open("section").element("h2", "Map");
        if (maps.isEmpty()) {
            html.element("p", "None: where the cells lie is not stored. Upload the section again for a map.");
        }
        for (String map : maps) {
            figure(html, map, "Every cell at its centroid, in the colours of the exported cell table.");
        }
        html.close();
    }

    /// A figure wider than the page is scrolled, so that its text stays as large as it is.
    private static void figure(Html html, String svg, String caption) {
        html.open("figure")
                .open("div", "class", "wide")
                .own(svg.substring(svg.indexOf("<svg"))) // an XML declaration is none of HTML
                .close()
                .element("figcaption", caption)
                .close();
    }
}
