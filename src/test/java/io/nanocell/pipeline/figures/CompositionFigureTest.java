package io.nanocell.pipeline.figures;

import static io.nanocell.pipeline.figures.DrawnClusters.NODE;
import static io.nanocell.pipeline.figures.DrawnClusters.cluster;
import static io.nanocell.pipeline.figures.DrawnClusters.type;
import static io.nanocell.pipeline.figures.FiguresTest.parsed;
import static io.nanocell.pipeline.figures.FiguresTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.results.ClusterView;
import io.nanocell.results.TypeShare;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CompositionFigureTest {

    private static final String EVIL = "<script>alert('x')</script> \"a\" & b, which is far too long to stand there";

    /// The parts of each bar, from left to right, by the y of the bar.
    private static Map<String, List<Element>> bars(Document svg) {
        Map<String, List<Element>> bars = new LinkedHashMap<>();
        var rectangles = svg.getElementsByTagName("rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            var part = (Element) rectangles.item(i);
            if (part.hasChildNodes()) { // has a tooltip
                bars.computeIfAbsent(part.getAttribute("y"), _ -> new ArrayList<>())
                        .add(part);
            }
        }
        return bars;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static ClusterView of(int number, TypeShare... types) {
        return cluster(number, "a", 1_000, "HIGH").with(List.of(types));
    }

    @Test
    void partsAreAsWideAsTheirSharesAndFillTheBar() throws Exception {
        var bars = bars(parsed(CompositionFigure.of(NODE)));
        assertThat(bars).hasSize(7);
        int row = 0;
        for (List<Element> parts : bars.values()) {
            var types = NODE.get(row++).composition();
            assertThat(parts).hasSameSizeAs(types);
            double right = number(parts.getFirst(), "x");
            assertThat(right).isEqualTo(266);
            for (int i = 0; i < types.size(); i++) {
                assertThat(number(parts.get(i), "x")).isCloseTo(right, within(0.02));
                assertThat(number(parts.get(i), "width"))
                        .isCloseTo(CompositionFigure.WIDTH * types.get(i).share(), within(0.01));
                right += number(parts.get(i), "width");
            }
            assertThat(right - 266).isCloseTo(CompositionFigure.WIDTH, within(0.02));
        }
    }

    @Test
    void tooltipHasTypeShareAndCells() throws Exception {
        var parts = bars(parsed(CompositionFigure.of(NODE))).values().iterator().next();
        assertThat(parts)
                .extracting(Element::getTextContent)
                .containsExactly(
                        "B cell (CL:0000236)\n90.0 %, 12,789 of 14,210 cells",
                        "Plasma cell (CL:0000786)\n5.0 %, 711 of 14,210 cells",
                        "Unassigned\n5.0 %, 710 of 14,210 cells");
        var rare = CompositionFigure.of(List.of(of(1, type("a", null, 1, 0.0005), type("b", null, 999, 0.9995))));
        assertThat(rare).contains("a\nunder 0.1 %, 1 of 1,000 cells");
    }

    @Test
    void aTypeHasOneColourInAllClustersAndTheLegend() throws Exception {
        var bars = new ArrayList<>(bars(parsed(CompositionFigure.of(NODE))).values());
        assertThat(bars.get(0).get(0).getAttribute("fill"))
                .isEqualTo(bars.get(5).get(0).getAttribute("fill"))
                .isEqualTo(Palette.colour(0)); // most cells of all
        assertThat(bars.get(1).get(1).getAttribute("fill"))
                .isEqualTo(bars.get(2).get(0).getAttribute("fill"))
                .isEqualTo(Palette.colour(1));
        assertThat(bars.get(6).get(0).getAttribute("fill")).isEqualTo(Palette.UNASSIGNED);
        assertThat(TypeColours.of(NODE).types())
                .extracting(TypeColours.Type::label)
                .startsWith(
                        "B cell", "CD8-positive, alpha-beta T cell", "CD4-positive, alpha-beta T cell", "macrophage")
                .endsWith("pericyte", TypeShare.UNASSIGNED);
        assertThat(texts(parsed(CompositionFigure.of(NODE)))).contains("conventional dendritic cell", "pericyte");
    }

    @Test
    void twentyTypesHaveColoursTheRestIsGrey() throws Exception {
        var clusters = IntStream.rangeClosed(1, 23)
                .mapToObj(n -> of(n, type("type " + n, null, 100 - n, 0.9), type(TypeShare.UNASSIGNED, null, 10, 0.1)))
                .toList();
        var svg = parsed(CompositionFigure.of(clusters));
        var first = bars(svg).values().stream()
                .map(parts -> parts.getFirst().getAttribute("fill"))
                .toList();
        assertThat(first.subList(0, 20)).doesNotHaveDuplicates().doesNotContain(TypeColours.OTHER, Palette.GREY);
        assertThat(first.subList(20, 23)).containsOnly(TypeColours.OTHER);
        assertThat(texts(svg)).contains("other types (3)").containsOnlyOnce(TypeShare.UNASSIGNED);
        assertThat(TypeColours.of(clusters).types()).hasSize(22);
        assertThat(TypeColours.of(clusters).types().get(20))
                .isEqualTo(new TypeColours.Type("other types (3)", 234, "#E4E4E4"));
    }

    @Test
    void equallyFrequentTypesAreOrderedByName() {
        var types = TypeColours.of(List.of(of(1, type("b", null, 500, 0.5), type("a", null, 500, 0.5))))
                .types();
        assertThat(types).extracting(TypeColours.Type::label).containsExactly("a", "b");
    }

    @Test
    void nameStandsInItsPartWhereThereIsRoom() throws Exception {
        var wide = "x".repeat(20); // 110 pixels at size 11
        var texts = texts(parsed(CompositionFigure.of(
                List.of(of(1, type(wide, null, 260, 0.26), type("y".repeat(20), null, 740, 0.24))))));
        assertThat(texts).filteredOn(wide::equals).hasSize(2); // there and in the legend
        assertThat(texts).filteredOn("y".repeat(20)::equals).hasSize(1);
    }

    @Test
    void clustersThatWereNotAssessedAreCountedOnly() throws Exception {
        assertThat(texts(parsed(CompositionFigure.of(NODE))))
                .contains("7 clusters (1 more not assessed)", "Unresolved (Cluster 7)", "14,210")
                .doesNotContain("8", "Cluster 8");
    }

    @Test
    void nothingToDrawIsStillAFigure() throws Exception {
        assertThat(texts(parsed(CompositionFigure.of(List.of())))).contains("0 clusters", ClusterRows.NONE);
        assertThat(texts(parsed(CompositionFigure.of(List.of(cluster(1, null, 3, "NOT_ASSESSED"))))))
                .contains("0 clusters (1 more not assessed)", ClusterRows.NONE);
        assertThat(texts(parsed(CompositionFigure.of(List.of(cluster(1, "a", 3, "HIGH"))))))
                .contains("1 cluster", "no types recorded");
    }

    @Test
    void namesFromOutsideStayText() throws Exception {
        var clusters = List.of(cluster(1, EVIL, 9, "HIGH").with(List.of(type(EVIL, "\"><b>", 9, 1))));
        String text = CompositionFigure.of(clusters);
        assertThat(text)
                .doesNotContain("<script", "<b>", " id=")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        var svg = parsed(text);
        assertThat(texts(svg))
                .filteredOn(t -> t.startsWith("<script>alert") && t.endsWith("…"))
                .hasSize(2);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Cluster 1: " + EVIL, EVIL + " (\"><b>)\n100.0 %", EVIL + "\n9 cells");
    }

    @Test
    void rowsAreLimited() throws Exception {
        var svg = parsed(CompositionFigure.of(DrawnClusters.many(450)));
        assertThat(bars(svg)).hasSize(200);
        assertThat(texts(svg)).contains("the first 200 of 450 clusters", "type 1");
        assertThat(number(svg.getDocumentElement(), "height")).isLessThan(4_700);
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertThat(CompositionFigure.of(NODE)).isEqualTo(CompositionFigure.of(List.copyOf(NODE)));
    }

    /// The example of the documentation. To renew it: copy `target/plotComposition.response.svg` over it.
    @Test
    void exampleIsWhatIsDrawn() throws Exception {
        String svg = CompositionFigure.of(NODE);
        Files.writeString(Path.of("target/plotComposition.response.svg"), svg);
        assertThat(svg).isEqualTo(Files.readString(Path.of("src/main/resources/openapi/plotComposition.response.svg")));
    }
}
