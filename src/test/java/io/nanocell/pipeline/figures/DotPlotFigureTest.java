package io.nanocell.pipeline.figures;

import static io.nanocell.pipeline.figures.DrawnClusters.NODE;
import static io.nanocell.pipeline.figures.DrawnClusters.cluster;
import static io.nanocell.pipeline.figures.DrawnClusters.gene;
import static io.nanocell.pipeline.figures.FiguresTest.parsed;
import static io.nanocell.pipeline.figures.FiguresTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.results.ClusterGene;
import io.nanocell.results.ClusterView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DotPlotFigureTest {

    private static final String EVIL = "<script>alert('x')</script> \"a\" & b, which is far too long to stand there";

    /// The dots, without those that explain sizes.
    private static List<Element> dots(Document svg) {
        List<Element> dots = new ArrayList<>();
        var circles = svg.getElementsByTagName("circle");
        for (int i = 0; i < circles.getLength(); i++) {
            var circle = (Element) circles.item(i);
            if (circle.hasChildNodes()) {
                dots.add(circle);
            }
        }
        return dots;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static String drawn(List<ClusterView> clusters, int markers) {
        var columns = MarkerColumns.of(clusters, markers);
        return DotPlotFigure.of(columns, DrawnClusters.statistics(clusters, columns.genes()));
    }

    /// What stands above the columns, from left to right.
    private static List<String> columnNames(Document svg) {
        List<String> names = new ArrayList<>();
        var nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            if (((Element) nodes.item(i)).hasAttribute("font-style")) {
                names.add(nodes.item(i).getTextContent());
            }
        }
        return names;
    }

    @Test
    void eachGeneStandsOnceBelowTheFirstClusterThatItMarks() throws Exception {
        var columns = MarkerColumns.of(NODE, 3);
        assertThat(columns.groups())
                .extracting(MarkerColumns.Group::genes)
                .containsExactly(
                        List.of("MS4A1", "CD79A", "BANK1"),
                        List.of("CD3E", "IL7R", "TRAC"),
                        List.of("CD8A", "GZMK"),
                        List.of("CD68", "C1QA", "MRC1"),
                        List.of("PECAM1", "VWF", "CLDN5"),
                        List.of(),
                        List.of());
        assertThat(columnNames(parsed(drawn(NODE, 3))))
                .isEqualTo(columns.genes())
                .doesNotHaveDuplicates();
        assertThat(MarkerColumns.of(NODE, 1).genes()).containsExactly("MS4A1", "CD3E", "CD68", "PECAM1");
        assertThatIllegalArgumentException().isThrownBy(() -> MarkerColumns.of(NODE, 0));
    }

    @Test
    void areaIsTheFractionAndColourTheMean() throws Exception {
        var clusters = List.of(cluster(1, "a", 9, "HIGH", "G"), cluster(2, "b", 9, "HIGH"), cluster(3, "c", 9, "HIGH"));
        var svg = parsed(DotPlotFigure.of(
                MarkerColumns.of(clusters, 3),
                List.of(
                        gene(1, "G", 1.0, 4.0, 3.14159),
                        gene(2, "G", 0.25, 1.0, -2.0),
                        gene(3, "G", 0.09, 0.0, -30.0))));

        List<Element> dots = dots(svg);
        assertThat(dots).hasSize(3);
        assertThat(number(dots.get(0), "r")).isEqualTo(DotPlotFigure.RADIUS);
        double whole = Math.pow(number(dots.get(0), "r"), 2);
        assertThat(Math.pow(number(dots.get(1), "r"), 2) / whole).isCloseTo(0.25, within(0.001));
        assertThat(Math.pow(number(dots.get(2), "r"), 2) / whole).isCloseTo(0.09, within(0.001));
        assertThat(dots)
                .extracting(dot -> dot.getAttribute("fill"))
                .containsExactly(Ramp.colour(1), Ramp.colour(0.25), Ramp.colour(0));
        assertThat(dots.get(0).getTextContent())
                .isEqualTo("G in cluster 1, a\n100.0 % of its cells, mean 4.000, log2 fold change 3.14");
        assertThat(dots)
                .extracting(dot -> dot.getAttribute("cx"))
                .containsOnly(dots.get(0).getAttribute("cx"));
        assertThat(number(dots.get(1), "cy") - number(dots.get(0), "cy"))
                .isEqualTo(number(dots.get(2), "cy") - number(dots.get(1), "cy"))
                .isGreaterThan(2 * DotPlotFigure.RADIUS);
    }

    @Test
    void keyOfTheSizesIsTrue() throws Exception {
        var circles = parsed(drawn(NODE, 3)).getElementsByTagName("circle");
        for (int i = 1; i <= 5; i++) {
            double radius = number((Element) circles.item(i - 1), "r");
            assertThat(radius * radius / Math.pow(DotPlotFigure.RADIUS, 2)).isCloseTo(i / 5.0, within(0.002));
        }
        assertThat(texts(parsed(drawn(NODE, 3)))).containsSubsequence("20", "40", "60", "80", "100");
    }

    @Test
    void whatIsNotKnownOrNotThereHasNoDot() throws Exception {
        var clusters = List.of(cluster(1, "a", 9, "HIGH", "G", "H"), cluster(2, "b", 9, "HIGH"));
        List<ClusterGene> genes =
                List.of(gene(1, "G", null, 1.0, 1.0), gene(2, "G", 0.5, null, 1.0), gene(1, "H", 0.0, 0.0, null));
        var svg = parsed(DotPlotFigure.of(MarkerColumns.of(clusters, 3), genes));
        assertThat(dots(svg)).isEmpty();
        assertThat(columnNames(svg)).containsExactly("G", "H");

        genes = List.of(gene(1, "G", 0.5, 0.0, null)); // only one cluster: nothing to compare with
        svg = parsed(DotPlotFigure.of(MarkerColumns.of(clusters, 3), genes));
        assertThat(dots(svg).getFirst().getAttribute("fill")).isEqualTo(Ramp.colour(0));
        assertThat(dots(svg).getFirst().getTextContent()).endsWith("log2 fold change not known");
    }

    @Test
    void clustersThatWereNotAssessedAreCountedOnly() throws Exception {
        assertThat(texts(parsed(drawn(NODE, 3))))
                .anyMatch(text -> text.startsWith("7 clusters (1 more not assessed); up to 3 markers of each"))
                .contains("Unresolved (Cluster 7)", "Heterogeneous (Cluster 6)")
                .doesNotContain("8", "Cluster 8");
    }

    @Test
    void nothingToDrawIsStillAFigure() throws Exception {
        assertThat(texts(parsed(drawn(List.of(), 3)))).contains("0 clusters", ClusterRows.NONE);
        assertThat(texts(parsed(drawn(List.of(cluster(1, null, 3, "NOT_ASSESSED")), 3))))
                .contains("0 clusters (1 more not assessed)", ClusterRows.NONE);
        assertThat(texts(parsed(drawn(List.of(cluster(1, "a", 3, "HIGH")), 3))))
                .contains("1 cluster", "No cluster has a marker.");
    }

    @Test
    void namesFromOutsideStayText() throws Exception {
        var clusters = List.of(cluster(1, EVIL, 9, "HIGH", EVIL));
        String text = drawn(clusters, 3);
        assertThat(text).doesNotContain("<script", " id=").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        var svg = parsed(text);
        assertThat(texts(svg)).noneMatch(EVIL::equals).anyMatch(t -> t.startsWith("<script>alert") && t.endsWith("…"));
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Cluster 1: " + EVIL) // whole in the tooltip
                .contains(EVIL + " in cluster 1, <script>");
    }

    @Test
    void columnsAndRowsKeepTheirDistanceHoweverManyThereAre() throws Exception {
        var clusters = DrawnClusters.many(60);
        var svg = parsed(drawn(clusters, 3));
        Set<Double> columns = new TreeSet<>();
        Set<Double> rows = new TreeSet<>();
        dots(svg).forEach(dot -> {
            columns.add(number(dot, "cx"));
            rows.add(number(dot, "cy"));
        });
        assertThat(columns).hasSize(180);
        assertThat(rows).hasSize(60);
        assertApart(columns);
        assertApart(rows);
        assertThat(number(svg.getDocumentElement(), "width")).isBetween(3_500.0, 4_500.0);
        assertThat(columnNames(svg)).hasSize(360); // below too
    }

    private static void assertApart(Set<Double> places) {
        double before = Double.NEGATIVE_INFINITY;
        for (double place : places) {
            assertThat(place - before).isGreaterThan(2 * DotPlotFigure.RADIUS);
            before = place;
        }
    }

    @Test
    void numberOfDotsIsLimited() throws Exception {
        var clusters = DrawnClusters.many(450);
        for (int markers : new int[] {1, 3, 4}) {
            var columns = MarkerColumns.of(clusters, markers);
            int drawn = columns.groups().size();
            assertThat(drawn * columns.genes().size()).isBetween(38_000, 40_000);
            var svg = DotPlotFigure.of(columns, List.of());
            assertThat(texts(parsed(svg))).anyMatch(t -> t.startsWith("the first %d of 450 clusters".formatted(drawn)));
        }
        assertThat(MarkerColumns.of(DrawnClusters.many(60), 10).groups()).hasSize(60);
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertThat(drawn(NODE, 3)).isEqualTo(drawn(List.copyOf(NODE), 3));
    }

    /// The example of the documentation. To renew it: copy `target/plotDotplot.response.svg` over it.
    @Test
    void exampleIsWhatIsDrawn() throws Exception {
        String svg = drawn(NODE, 3);
        Files.writeString(Path.of("target/plotDotplot.response.svg"), svg);
        assertThat(svg).isEqualTo(Files.readString(Path.of("src/main/resources/openapi/plotDotplot.response.svg")));
    }
}
