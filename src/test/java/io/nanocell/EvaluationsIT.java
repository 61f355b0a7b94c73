package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static io.nanocell.testing.ServiceClient.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Labels against experts over HTTP: of a job, of its cells, of anybody; and marker sets of one's own.
@WholeService
@TestInstance(PER_CLASS)
class EvaluationsIT {

    private static final int CELLS = 4_000;
    private static final String[] SVG = {"Accept", "image/svg+xml"};

    private static final String CSV_HEADER = "label,gene\n";
    private static final List<String> GENES = List.of("ALB", "APOA1", "TTR", "FGB", "HP", "TF", "APOH", "SERPINA1");

    private final ServiceClient service;
    private final Sections section = Sections.of(CELLS);
    private final JsonNode dataset;
    private final String job;
    private final List<JsonNode> clusters;

    EvaluationsIT(@LocalServerPort int port) throws Exception {
        service = new ServiceClient(port);
        ServiceFolders.OLLAMA.down();
        Path sets = ServiceFolders.ROOT.resolve("own-sets.gmt");
        Files.writeString(sets, "own exhausted T cell\tCL:0011025\tPDCD1\tHAVCR2\tNOSUCHGENE\n");
        Map<String, Path> parts = new HashMap<>(section.parts());
        parts.put("markerSets", sets);
        dataset = service.upload(parts, Map.of("tissue", section.tissue(), "name", "evaluated"))
                .expect(201);
        job = dataset.path("annotationJob").path("id").asString("");
        service.succeeded(job);
        clusters = service.clusters(job);
    }

    static Map<String, Object> truth(String id, String... terms) {
        return Map.of("id", id, "tissue", "here", "cellOntologyIds", List.of(terms));
    }

    private JsonNode refused(Object request) {
        return service.post("/evaluations", request).problem(422, "invalid-parameters");
    }

    private static String field(JsonNode problem) {
        return problem.path("violations").path(0).path("field").asString("");
    }

    private List<Map<String, Object>> ownLabels(String member) {
        List<Map<String, Object>> truths = new ArrayList<>();
        clusters.stream()
                .filter(c -> !c.path("cellOntologyId").isNull())
                .forEach(c -> truths.add(truth(
                        c.path(member).asString(c.path(member).toString()),
                        c.path("cellOntologyId").asString(""))));
        return truths;
    }

    @Test
    void aJobAgreesWithItself() {
        for (String member : List.of("number", "name")) {
            List<Map<String, Object>> truths = ownLabels(member);
            assertThat(truths).isNotEmpty();
            JsonNode scores = service.post("/evaluations", Map.of("jobId", job, "truth", truths))
                    .expect(200);

            assertThat(scores.path("n").asInt()).isEqualTo(truths.size());
            assertThat(scores.path("exact").asDouble()).isEqualTo(1);
            assertThat(scores.path("macroF1").asDouble()).isEqualTo(1);
            assertThat(scores.path("selectiveAccuracy").asDouble()).isEqualTo(1);
            assertThat(scores.path("brierSkill").isNull()).isTrue();
            assertThat(scores.path("byLineage")).isNotEmpty();
        }
    }

    @Test
    void cellsAreScoredByTheirIds() {
        String csv = service.get("/annotation-jobs/" + job + "/cells?columns=cellOntologyId")
                .body();
        List<String[]> rows =
                csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
        List<Map<String, Object>> truths = new ArrayList<>();
        rows.stream().filter(row -> !row[3].isEmpty()).forEach(row -> truths.add(truth(row[0], row[3])));
        truths.add(truth("no such cell", "CL:0000084"));

        JsonNode ofClusters = service.post(
                        "/evaluations", Map.of("jobId", job, "unit", "CELL", "cellLabels", "CLUSTER", "truth", truths))
                .expect(200);
        assertThat(ofClusters.path("unit").asString("")).isEqualTo("CELL");
        assertThat(ofClusters.path("exact").asDouble()).isCloseTo((truths.size() - 1.0) / truths.size(), within(1e-12));
        assertThat(ofClusters.path("unpredicted").asInt()).isEqualTo(1);
        assertThat(codes(ofClusters.path("warnings"))).contains("NOT_PREDICTED");

        JsonNode own = service.post("/evaluations", Map.of("jobId", job, "unit", "CELL", "truth", truths))
                .expect(200);
        assertThat(own.path("n").asInt()).isEqualTo(truths.size());
        assertThat(own.path("ontologyMean").asDouble()).isGreaterThan(0.3);
        assertThat(own.path("lineageConfusion")).isNotEmpty();
    }

    @Test
    void anybodysLabelsAreScored() {
        JsonNode scores = service.post(
                        "/evaluations",
                        Map.of(
                                "predictions",
                                List.of(
                                        Map.of("id", "a", "label", "Hepatocyte", "confidence", 0.9),
                                        Map.of("id", "b", "cellOntologyId", "CL:0000084", "confidence", 0.6),
                                        Map.of(
                                                "id",
                                                "c",
                                                "label",
                                                "Unresolved",
                                                "verdict",
                                                "UNRESOLVED",
                                                "confidence",
                                                0.2,
                                                "runnerUps",
                                                List.of(Map.of("label", "B cell", "confidence", 0.2))),
                                        Map.of("id", "d", "label", "gizmo cell", "confidence", 0.5)),
                                "truth",
                                List.of(
                                        truth("a", "CL:0000182"),
                                        truth("b", "CL_0000625"),
                                        truth("c", "CL:0000236"),
                                        truth("d", "CL:0000236"))))
                .expect(200);

        assertThat(scores.path("exact").asDouble()).isEqualTo(0.25);
        assertThat(scores.path("ontologyMean").asDouble()).isEqualTo(0.375);
        assertThat(scores.path("top3").asDouble()).isEqualTo(0.625);
        assertThat(scores.path("coverage").asDouble()).isEqualTo(0.75);
        assertThat(scores.path("selectiveAccuracy").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scores.path("brier").asDouble()).isCloseTo((0.01 + 0.16 + 0.64 + 0.25) / 4, within(1e-12));
        assertThat(scores.path("byTissue").path(0).path("name").asString("")).isEqualTo("here");
        assertThat(codes(scores.path("warnings"))).containsExactly("LABEL_WITHOUT_TERM");
    }

    @Test
    void namesTheFieldOfWhatDoesNotHold() {
        var one = List.of(Map.of("id", "a", "cellOntologyId", "CL:0000084"));
        var truth = List.of(truth("a", "CL:0000084"));
        assertThat(field(refused(Map.of("truth", truth)))).isEqualTo("jobId");
        assertThat(field(refused(Map.of("jobId", job, "predictions", one, "truth", truth))))
                .isEqualTo("predictions");
        assertThat(field(refused(Map.of("predictions", one)))).isEqualTo("truth");
        assertThat(field(refused(Map.of("predictions", one, "truth", List.of()))))
                .isEqualTo("truth");
        assertThat(field(refused(Map.of("predictions", one, "truth", List.of(truth("a", "CL:0000000x"))))))
                .isEqualTo("truth[0].cellOntologyIds[0]");
        assertThat(field(refused(Map.of(
                        "predictions", one, "truth", List.of(truth("a", "CL:0000084"), truth("a", "CL:0000084"))))))
                .isEqualTo("truth[1].id");
        assertThat(field(refused(Map.of(
                        "predictions", List.of(Map.of("id", "a", "label", "x", "confidence", 1.5)), "truth", truth))))
                .isEqualTo("predictions[0].confidence");
        assertThat(field(refused(Map.of("predictions", one, "truth", List.of(truth("b", "CL:0000084"))))))
                .isEqualTo("truth[0].id");
        assertThat(field(refused(Map.of("predictions", one, "truth", truth, "units", "CELL"))))
                .isEqualTo("units");
        assertThat(field(refused(Map.of("predictions", one, "truth", truth, "unit", "cells"))))
                .isEqualTo("unit");
        service.post("/evaluations", Map.of("jobId", "00000000-0000-4000-8000-000000000000", "truth", truth))
                .problem(404, "not-found");
        assertThat(field(service.post("/evaluations?figure=pie", Map.of("predictions", one, "truth", truth), SVG)
                        .problem(422, "invalid-parameters")))
                .isEqualTo("figure");
        assertThat(field(service.post("/evaluations", Map.of("predictions", one, "truth", truth), SVG)
                        .problem(422, "invalid-parameters")))
                .isEqualTo("figure");
    }

    @Test
    void aJobWithoutResultsIs409() {
        String first = service.submit(dataset.path("id").asString(""), Map.of());
        String second = service.submit(dataset.path("id").asString(""), Map.of());
        service.post("/annotation-jobs/" + second + "/cancel").expect(200);

        service.post("/evaluations", Map.of("jobId", second, "truth", List.of(truth("1", "CL:0000084"))))
                .problem(409, "not-finished");
        for (String plot : List.of("confidence", "dotplot", "composition")) {
            service.get("/annotation-jobs/" + second + "/plots/" + plot + ".svg")
                    .problem(409, "not-finished");
        }
        service.succeeded(first);
    }

    @Test
    void drawsFigures() {
        var request = Map.of("jobId", job, "truth", ownLabels("number"));
        for (String figure : List.of("reliability", "risk-coverage")) {
            var drawn = service.post("/evaluations?figure=" + figure, request, SVG);
            assertThat(drawn.status()).isEqualTo(200);
            assertThat(drawn.header("Content-Type")).startsWith("image/svg+xml");
            assertThat(drawn.body()).contains("<svg", "</svg>");
        }
        var confidence = service.get("/annotation-jobs/" + job + "/plots/confidence.svg");
        assertThat(confidence.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(confidence.body()).contains(clusters.size() + " clusters").endsWith("</svg>\n");
        String dots = service.get("/annotation-jobs/" + job + "/plots/dotplot.svg?markers=2")
                .body();
        assertThat(dots)
                .contains("up to 2 markers of each", "log2 fold change ")
                .endsWith("</svg>\n");
        assertThat(service.get("/annotation-jobs/" + job + "/plots/dotplot.svg?markers=2")
                        .body())
                .isEqualTo(dots);
        assertThat(service.get("/annotation-jobs/" + job + "/plots/composition.svg")
                        .body())
                .contains("What each cluster is made of", " cells</title>")
                .endsWith("</svg>\n");
        var report = service.get("/annotation-jobs/" + job + "/report");
        assertThat(report.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(report.body())
                .contains("<caption>" + clusters.size() + " clusters</caption>")
                .contains("<title>What marks each cluster</title>", "<title>What each cluster is made of</title>")
                .endsWith("</html>\n");
    }

    @Test
    void threeHundredThousandCellsAreNoTrouble() {
        List<Map<String, Object>> predictions = new ArrayList<>();
        List<Map<String, Object>> truths = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            predictions.add(Map.of("id", "c" + i, "cellOntologyId", "CL:0000084", "confidence", (i % 100) / 100.0));
            truths.add(truth("c" + i, i % 2 == 0 ? "CL:0000084" : "CL:0000182"));
        }
        JsonNode scores = service.post(
                        "/evaluations", Map.of("unit", "CELL", "predictions", predictions, "truth", truths))
                .expect(200);

        assertThat(scores.path("n").asInt()).isEqualTo(300_000);
        assertThat(scores.path("ontologyMean").asDouble()).isEqualTo(0.5);
        assertThat(scores.path("riskCoverage").size()).isLessThanOrEqualTo(200);
    }

    @Test
    void markerSetsOfAFileBecomeLabelsOfTheJob() {
        JsonNode sets = service.job(job).path("parameters").path("labelSpace").path("markerSets");
        assertThat(sets).hasSize(1);
        assertThat(sets.path(0).path("label").asString("")).isEqualTo("own exhausted T cell");
        assertThat(codes(dataset.path("warnings"))).contains("UNKNOWN_GENES");
    }

    @Test
    void markerSetsAreReadIntoParametersThatHold() {
        JsonNode read = service.postText(
                        "/reference/marker-sets",
                        "text/csv",
                        CSV_HEADER
                                + GENES.stream()
                                        .map("zebra cell,%s\n"::formatted)
                                        .collect(Collectors.joining()))
                .expect(200);
        JsonNode named = service.post(
                        "/marker-annotations",
                        Map.of(
                                "tissue", "liver",
                                "clusters",
                                        List.of(Map.of(
                                                "id",
                                                "z",
                                                "markers",
                                                List.of("ALB", "APOA1", "TTR", "FGB", "HP", "TF", "APOH", "SERPINA1"))),
                                "parameters",
                                        Map.of(
                                                "inference", Map.of("enabled", false),
                                                "labelSpace", Map.of("markerSets", read.path("markerSets")))))
                .expect(200);
        assertThat(texts(labels(named))).contains("zebra cell");

        JsonNode problem = service.postText("/reference/marker-sets", "text/plain", "hep\tCL:9999999\tALB\n")
                .problem(422, "invalid-parameters");
        assertThat(field(problem)).isEqualTo("line 1");
        service.postText("/reference/marker-sets", "application/xml", "<a/>").problem(415, "unsupported-media-type");
    }

    @Test
    void admissibleListsCanBeEdited() {
        var list = List.of(
                Map.of("id", "h", "markers", List.of("ALB", "APOA1", "TTR", "FGB", "HP", "TF", "APOH", "CYP3A4")));
        JsonNode without = service.post(
                        "/marker-annotations",
                        Map.of(
                                "tissue",
                                "liver",
                                "clusters",
                                list,
                                "parameters",
                                Map.of(
                                        "inference",
                                        Map.of("enabled", false),
                                        "labelSpace",
                                        Map.of("exclude", List.of("hepatocyte")))))
                .expect(200);
        assertThat(texts(labels(without))).doesNotContain("hepatocyte");
        JsonNode included = service.post(
                        "/marker-annotations",
                        Map.of(
                                "tissue",
                                "brain",
                                "clusters",
                                list,
                                "parameters",
                                Map.of(
                                        "inference",
                                        Map.of("enabled", false),
                                        "labelSpace",
                                        Map.of("include", List.of("CL:0000182")))))
                .expect(200);
        assertThat(texts(labels(included))).contains("hepatocyte");
        service.post(
                        "/annotation-jobs",
                        Map.of(
                                "datasetId",
                                dataset.path("id"),
                                "parameters",
                                Map.of("labelSpace", Map.of("include", List.of("gizmo cell")))))
                .problem(422, "invalid-parameters");
        String edited = service.submit(
                dataset.path("id").asString(""),
                Map.of(
                        "labelSpace",
                        Map.of(
                                "exclude",
                                List.of(clusters.stream()
                                        .filter(c -> !c.path("cellOntologyId").isNull())
                                        .findFirst()
                                        .orElseThrow()
                                        .path("cellOntologyId")
                                        .asString("")))));
        service.succeeded(edited);
        assertThat(service.clusters(edited))
                .noneMatch(c -> c.path("cellOntologyId")
                        .equals(clusters.stream()
                                .filter(d -> !d.path("cellOntologyId").isNull())
                                .findFirst()
                                .orElseThrow()
                                .path("cellOntologyId")));
    }

    private static JsonNode labels(JsonNode annotations) {
        var labels = JsonNodeFactory.instance.arrayNode();
        stream(annotations.path("annotations").path(0).path("candidates")).forEach(c -> labels.add(c.path("label")));
        return labels;
    }
}
