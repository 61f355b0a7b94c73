package io.nanocell.pipeline.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.evaluation.OntologyEvaluation;
import io.nanocell.evaluation.Prediction;
import io.nanocell.evaluation.Scores;
import io.nanocell.evaluation.Truth;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.CellType;
import io.nanocell.results.ClusterView;
import io.nanocell.results.PartsView;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FiguresTest {

    static Scores scores(int answers) {
        var ontology = new CellOntology(
                List.of(
                        new CellType("CL:1", "one", List.of(), List.of()),
                        new CellType("CL:2", "two", List.of(), List.of())),
                Map.of());
        List<Prediction> predictions = new ArrayList<>();
        List<Truth> truths = new ArrayList<>(List.of(new Truth("unanswered", Set.of("CL:1"))));
        for (int i = 0; i < answers; i++) {
            predictions.add(new Prediction("c" + i, i % 4 == 0 ? "CL:2" : "CL:1", (i % 20) / 20.0, List.of()));
            truths.add(new Truth("c" + i, Set.of("CL:1")));
        }
        return new OntologyEvaluation(ontology).score(predictions, truths);
    }

    static ClusterView cluster(int number, String name, @Nullable Double confidence, String verdict) {
        return new ClusterView(
                number,
                name,
                100,
                "T cell",
                null,
                verdict,
                confidence,
                List.of(),
                "EVIDENCE",
                List.of(),
                List.of(),
                new PartsView(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null));
    }

    static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        var nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void reliabilityShowsEveryBinWithItsCount() throws Exception {
        Scores scores = scores(200);
        Document svg = parsed(ReliabilityDiagram.of(scores));

        assertThat(svg.getElementsByTagName("circle").getLength())
                .isEqualTo(scores.bins().size());
        assertThat(texts(svg)).contains("confidence", "share of right answers", "perfect", "0.0", "1.0", "20");
        assertThat(texts(svg)).anyMatch(text -> text.startsWith("200 answers"));
        var point = (Element) svg.getElementsByTagName("circle").item(0);
        assertThat(Double.parseDouble(point.getAttribute("cx"))).isBetween(78.0, 558.0);
    }

    @Test
    void riskCoverageEndsWhereTheAnswersEnd() throws Exception {
        Scores scores = scores(200);
        Document svg = parsed(RiskCoverageFigure.of(scores));

        String points = ((Element) svg.getElementsByTagName("polyline").item(0)).getAttribute("points");
        String lastX = points.substring(points.lastIndexOf(' ') + 1, points.lastIndexOf(','));
        assertThat(Double.parseDouble(lastX)).isEqualTo(Math.round((78 + 480 * 200 / 201.0) * 100) / 100.0);
        assertThat(texts(svg)).anyMatch(text -> text.contains("10 % wrong"));
    }

    @Test
    void nothingToShowIsStillAFigure() throws Exception {
        assertThat(texts(parsed(ReliabilityDiagram.of(scores(0))))).anyMatch(text -> text.startsWith("0 answers"));
        assertThat(parsed(RiskCoverageFigure.of(scores(0)))
                        .getElementsByTagName("polyline")
                        .getLength())
                .isZero();
        assertThat(texts(parsed(ConfidenceFigure.of(List.of(), null, null)))).contains("0 clusters");
    }

    @Test
    void confidenceIsColouredByVerdictAndTextIsEscaped() throws Exception {
        Document svg = parsed(ConfidenceFigure.of(
                List.of(
                        cluster(1, "<script>&\"\u0001", 0.9, "HIGH"),
                        cluster(2, "b", 0.3, "UNRESOLVED"),
                        cluster(3, "c", 1.0, "HIGH"),
                        cluster(4, "d", null, "NOT_ASSESSED")),
                0.5,
                0.7));

        assertThat(texts(svg))
                .contains("HIGH 2", "UNRESOLVED 1", "NOT_ASSESSED 1", "4 clusters, 1 of them without a confidence");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent()).contains("<script>&\"\uFFFD: T cell");
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertThat(ReliabilityDiagram.of(scores(50))).isEqualTo(ReliabilityDiagram.of(scores(50)));
    }

    @Test
    void numbersAreShortAndFinite() {
        assertThat(Svg.number(1.0)).isEqualTo("1");
        assertThat(Svg.number(100)).isEqualTo("100");
        assertThat(Svg.number(-0.001)).isEqualTo("0");
        assertThat(Svg.number(12.345)).isEqualTo("12.35");
        assertThatIllegalArgumentException().isThrownBy(() -> Svg.number(Double.NaN));
    }
}
