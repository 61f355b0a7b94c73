package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static io.nanocell.testing.ServiceClient.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.nanocell.numerics.Parallel;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.testing.Choice;
import io.nanocell.testing.Fault;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// From the upload of a section to the table of its cells, over HTTP. Ollama is down unless a test says otherwise.
@WholeService
@TestInstance(PER_CLASS)
class UploadToCellsIT {

    private static final int CELLS = 4_000;
    private static final String ALL_COLUMNS = "?columns=cluster,label,cellOntologyId,verdict,confidence";
    private static final Set<String> CALLS = Set.of("HIGH", "MODERATE");

    private final ServiceClient service;
    private final Sections section = Sections.of(CELLS);
    private final JsonNode dataset;
    private final String location;
    private final JsonNode job;
    private final List<JsonNode> clusters;
    private final String cells;

    UploadToCellsIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
        ServiceFolders.OLLAMA.down();
        var answer = service.upload(section.parts(), fields());
        dataset = answer.expect(201);
        location = answer.header("Location");
        job = service.succeeded(dataset.path("annotationJob").path("id").asString(""));
        clusters = service.clusters(id(job));
        cells = cells(id(job));
    }

    @AfterEach
    void ollamaIsDownAgain() {
        ServiceFolders.OLLAMA.failing(Fault.NONE).choosing(Choice.first()).down();
    }

    @Test
    void theUploadIsStoredAndLinkedToItsJob() throws Exception {
        assertThat(location).isEqualTo("/api/v1/datasets/" + id(dataset));
        JsonNode stored = service.get("/datasets/" + id(dataset)).expect(200);
        assertThat(stored.path("cells").asInt()).isEqualTo(CELLS);
        assertThat(stored.path("genes").asInt()).isEqualTo(380);
        assertThat(stored.path("controlFeatures").asInt()).isEqualTo(40);
        assertThat(stored.path("species").asString("")).isEqualTo("human");
        assertThat(job.path("datasetId").asString("")).isEqualTo(id(dataset));
        Map<String, String> digests = stream(stored.path("files"))
                .collect(Collectors.toMap(
                        f -> f.path("name").asString(""), f -> f.path("sha256").asString("")));
        for (Path file : section.parts().values()) {
            assertThat(digests).containsEntry(file.getFileName().toString(), sha256(file));
        }
    }

    @Test
    void theJobTellsWhatItDid() {
        assertThat(job.path("progress").asDouble()).isEqualTo(1);
        assertThat(job.path("clusters").asInt()).isEqualTo(clusters.size()).isBetween(5, 20);
        assertThat(job.path("resultSha256").asString("")).matches("[0-9a-f]{64}");
        assertThat(stream(job.path("timings")).map(t -> t.path("stage").asString("")))
                .containsSubsequence(
                        "INGEST", "SPATIAL", "MARKERS", "ENRICHMENT", "CANDIDATES", "INFERENCE", "CONFIDENCE");
        assertThat(job.path("parameters").path("hsnmf").path("rank").asInt()).isEqualTo(10);
        assertThat(job.path("provenance").path("reference").size()).isGreaterThan(3);
        assertThat(job.path("provenance").path("inputs").size()).isEqualTo(4);
        assertThat(job.path("metrics").path("moranFactors").size()).isEqualTo(10);
        assertThat(codes(job.path("warnings")))
                .contains("CORE_REFERENCE_ONLY", "MODEL_UNAVAILABLE")
                .doesNotHaveDuplicates();
    }

    @Test
    void theCrateHoldsWhatTheJobRead() {
        JsonNode crate =
                service.get("/annotation-jobs/" + id(job) + "/provenance").expect(200);
        Map<String, JsonNode> files = stream(crate.path("@graph"))
                .filter(e -> e.path("@id").asString("").startsWith("inputs/"))
                .collect(Collectors.toMap(e -> e.path("name").asString(""), e -> e));
        assertThat(files).hasSize(4).allSatisfy((name, file) -> {
            assertThat(file.path("contentSize").asString("")).matches("[1-9][0-9]*");
            assertThat(file.at("/exampleOfWork/@id").asString("")).startsWith("#file/");
        });
        assertThat(stream(dataset.path("files")).map(f -> f.path("sha256").asString("")))
                .containsExactlyInAnyOrderElementsOf(files.values().stream()
                        .map(f -> f.path("sha256").asString(""))
                        .toList());
        assertThat(stream(crate.path("@graph")).map(e -> e.path("@id").asString("")))
                .contains("./", "#nanocell", "urn:uuid:" + id(job), "#parameter/hsnmf.rank", "#resultSha256")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCellIsKeptOrFilteredForAReason() {
        JsonNode quality = job.path("quality");
        int filtered = stream(quality.path("filtered"))
                .mapToInt(f -> f.path("cells").asInt())
                .sum();
        assertThat(quality.path("cellsIn").asInt()).isEqualTo(CELLS);
        assertThat(quality.path("cellsKept").asInt() + filtered).isEqualTo(CELLS);
        assertThat(clusters.stream().mapToInt(c -> c.path("cells").asInt()).sum())
                .isBetween(CELLS / 2, quality.path("cellsKept").asInt());
    }

    @Test
    void everyClusterCarriesItsEvidence() {
        Map<String, String> labels = stream(
                        service.get("/reference/labels").expect(200).path("content"))
                .collect(Collectors.toMap(
                        l -> l.path("label").asString(""),
                        l -> l.path("cellOntologyId").asString("")));
        assertThat(clusters).allSatisfy(c -> {
            assertThat(c.path("markers").size()).isBetween(1, 20);
            assertThat(c.path("topMarkers").get(0).asString(""))
                    .isEqualTo(c.path("markers").path(0).path("gene").asString(""));
            assertThat(c.path("terms").size() > 0 || texts(c.path("reasons")).contains("NO_FUNCTION"))
                    .as("terms or the reason why there are none")
                    .isTrue();
            assertThat(c.path("candidates").size()).isPositive();
            assertThat(stream(c.path("candidates")))
                    .allSatisfy(candidate -> assertThat(labels)
                            .containsEntry(
                                    candidate.path("label").asString(""),
                                    candidate.path("cellOntologyId").asString("")));
            assertThat(c.path("confidenceParts").propertyNames())
                    .contains(
                            "markerSupport",
                            "margin",
                            "coverage",
                            "entropy",
                            "functionalConsistency",
                            "heterogeneity",
                            "leakage");
            if (isCall(c)) {
                assertThat(labels)
                        .containsEntry(
                                c.path("label").asString(""),
                                c.path("cellOntologyId").asString(""));
                assertThat(c.path("confidence").asDouble()).isBetween(0.5, 1.0);
            } else {
                assertThat(c.path("label").asString("")).isIn("Unresolved", "Heterogeneous");
                assertThat(c.path("cellOntologyId").isNull()).isTrue();
            }
        });
        assertThat(clusters).anyMatch(UploadToCellsIT::isCall);
    }

    @Test
    void theCellTableHasOneRowPerCellInTheSectionsOrder() {
        List<String> lines = cells.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("cell_id,group,color,cluster,label,cellOntologyId,verdict,confidence");
        assertThat(lines.stream()
                        .skip(1)
                        .map(l -> l.substring(0, l.indexOf(',')))
                        .toList())
                .isEqualTo(section.simulated().section().cellIds());
        Map<String, Integer> sizes = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", 5);
            sizes.merge(fields[3], 1, Integer::sum);
            if (fields[3].isEmpty()) {
                assertThat(line).contains(",NOT_ASSESSED,#BFBFBF,");
            }
        }
        sizes.remove("");
        assertThat(sizes)
                .isEqualTo(clusters.stream()
                        .collect(Collectors.toMap(
                                c -> c.path("number").asString(""),
                                c -> c.path("cells").asInt())));
    }

    @Test
    void withoutAModelTheEvidenceDecides() {
        assertThat(clusters).allSatisfy(c -> {
            assertThat(c.path("decidedBy").asString("")).isEqualTo("EVIDENCE");
            assertThat(texts(c.path("reasons"))).containsAnyOf("NO_MODEL", "TWO_LINEAGES", "NO_SUPPORT");
        });
        assertThat(clusters).anyMatch(c -> texts(c.path("reasons")).contains("NO_MODEL"));
    }

    @Test
    void tableAndMapKnowWhereEachCellLies() {
        String path = "/annotation-jobs/" + id(job);
        List<String> rows =
                service.get(path + "/cells?columns=x,y").body().lines().skip(1).toList();
        assertThat(rows).hasSize(CELLS);
        for (int i = 0; i < CELLS; i++) {
            List<String> fields = List.of(rows.get(i).split(",", -1));
            assertThat(Double.parseDouble(fields.get(fields.size() - 2)))
                    .isCloseTo(section.simulated().section().x()[i], within(1e-3));
            assertThat(Double.parseDouble(fields.getLast()))
                    .isCloseTo(section.simulated().section().y()[i], within(1e-3));
        }
        for (String group : List.of("label", "cluster", "cellLabel")) {
            var map = service.get(path + "/plots/spatial.svg?group=" + group);
            assertThat(map.status()).isEqualTo(200);
            assertThat(map.body()).contains("4,000 cells at their centroids", "data:image/png;base64,");
        }
    }

    @Test
    void compositionAndTableAgreeOnTheTypesOfTheCells() {
        var answer = service.get("/annotation-jobs/" + id(job) + "/cells?group=cellLabel&columns=cluster,cellLineage");
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Map<String, Integer>> cellsOf = new HashMap<>();
        answer.body().lines().skip(1).forEach(line -> {
            List<String> fields = List.of(line.split(",", -1)); // no type of this section has a comma in its name
            cellsOf.computeIfAbsent(fields.get(fields.size() - 2), _ -> new HashMap<>())
                    .merge(fields.get(1), 1, Integer::sum);
        });
        for (JsonNode c : clusters) {
            Map<String, Integer> composition = new HashMap<>();
            double sum = 0;
            for (JsonNode share : c.path("composition")) {
                composition.put(
                        share.path("label").asString(""), share.path("cells").asInt());
                sum += share.path("share").asDouble();
            }
            if (!c.path("verdict").asString("").equals("NOT_ASSESSED")) {
                assertThat(sum).isCloseTo(1, within(1e-9));
                assertThat(composition).isEqualTo(cellsOf.get(c.path("number").asString("")));
            }
        }
        assertThat(clusters)
                .filteredOn(c -> c.path("verdict").asString("").equals("HETEROGENEOUS"))
                .isNotEmpty()
                .allMatch(c -> stream(c.path("composition"))
                                .filter(share -> share.path("share").asDouble() >= 0.2)
                                .map(share -> share.path("lineage").asString(""))
                                .distinct()
                                .count()
                        >= 2);
    }

    /// A wrong label that looks sure is the worst bug: most cells of a sure cluster are of its type, or of one on the
    /// same path of the ontology.
    @Test
    void noClusterIsSureOfWhatItDoesNotHold() {
        var ontology = ReferenceKnowledge.load(null).ontology();
        Map<String, Map<String, Integer>> held = new HashMap<>();
        List<String> rows = cells.lines().skip(1).toList();
        for (int cell = 0; cell < rows.size(); cell++) {
            var type = section.simulated().types().get(section.simulated().typeOfCell()[cell]);
            held.computeIfAbsent(rows.get(cell).split(",", 5)[3], _ -> new HashMap<>())
                    .merge(type.cellOntologyId(), 1, Integer::sum);
        }
        assertThat(clusters)
                .filteredOn(c -> c.path("verdict").asString("").equals("HIGH"))
                .isNotEmpty()
                .allSatisfy(c -> {
                    Map<String, Integer> types =
                            held.getOrDefault(c.path("number").asString(""), Map.of());
                    int right = types.entrySet().stream()
                            .filter(type -> ontology.onOnePath(
                                    type.getKey(), c.path("cellOntologyId").asString("")))
                            .mapToInt(Map.Entry::getValue)
                            .sum();
                    assertThat(right)
                            .as("cells of " + c.path("label").asString("") + " among " + types)
                            .isGreaterThan(c.path("cells").asInt() / 2);
                });
    }

    @Test
    void theSameSectionAsArchiveAndAsFolderGivesTheSameBytes() {
        JsonNode zipped =
                service.upload(Map.of("bundle", section.zipped()), fields()).expect(201);
        JsonNode imported = service.post(
                        "/datasets",
                        Map.of("path", section.folder().getFileName().toString(), "tissue", section.tissue()))
                .expect(201);
        for (JsonNode other : List.of(zipped, imported)) {
            JsonNode again =
                    service.succeeded(other.path("annotationJob").path("id").asString(""));
            assertThat(again.path("resultSha256")).isEqualTo(job.path("resultSha256"));
            assertThat(timeless(service.clusters(id(again)))).isEqualTo(timeless(clusters));
            assertThat(cells(id(again))).isEqualTo(cells);
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        int before = Parallel.threads();
        try {
            for (int threads : new int[] {1, 2}) {
                Parallel.useThreads(threads);
                JsonNode again = service.succeeded(service.submit(id(dataset), Map.of()));
                assertThat(again.path("resultSha256")).as(threads + " threads").isEqualTo(job.path("resultSha256"));
                assertThat(cells(id(again))).isEqualTo(cells);
            }
        } finally {
            Parallel.useThreads(before);
        }
    }

    @Test
    void aModelThatChoosesTheFirstDecides() {
        ServiceFolders.OLLAMA.choosing(Choice.first()).up();
        JsonNode asked = service.succeeded(service.submit(id(dataset), Map.of()));
        assertThat(codes(asked.path("warnings"))).doesNotContain("MODEL_UNAVAILABLE", "MODEL_UNUSABLE");
        assertThat(asked.path("provenance").path("model").path("digest").asString(""))
                .isNotEmpty();
        List<JsonNode> answered = service.clusters(id(asked));
        assertThat(answered).anyMatch(c -> c.path("decidedBy").asString("").equals("MODEL"));
        assertThat(answered).allSatisfy(c -> {
            assertThat(c.path("model").path("prompt").asString("")).isNotEmpty();
            assertThat(c.path("model").path("answer").asString("")).contains("label");
            assertThat(texts(c.path("reasons"))).doesNotContain("NO_MODEL");
        });
    }

    @Test
    void aModelThatChoosesTheLastIsNeverSureAgainstChance() {
        ServiceFolders.OLLAMA.choosing(Choice.last()).up();
        JsonNode asked = service.succeeded(service.submit(id(dataset), Map.of()));
        assertThat(service.clusters(id(asked)))
                .filteredOn(UploadToCellsIT::isCall)
                .allSatisfy(c -> {
                    JsonNode called = candidate(c, c.path("label").asString(""));
                    assertThat(called.path("pValueMax").asDouble(1)).isLessThanOrEqualTo(0.05);
                    assertThat(c.path("confidence").asDouble())
                            .isEqualTo(called.path("confidence").asDouble());
                });
    }

    @Test
    void anAnswerThatIsNotOnTheListIsNeverStoredAsALabel() {
        ServiceFolders.OLLAMA.choosing(Choice.fixed("Martian cell")).up();
        JsonNode asked = service.succeeded(service.submit(id(dataset), Map.of()));
        assertThat(codes(asked.path("warnings"))).contains("MODEL_UNUSABLE");
        List<JsonNode> answered = service.clusters(id(asked));
        assertThat(answered).allSatisfy(c -> {
            assertThat(c.path("decidedBy").asString("")).isEqualTo("EVIDENCE");
            assertThat(c.path("label").asString("")).isNotEqualTo("Martian cell");
            assertThat(c.path("runnerUps").toString()).doesNotContain("Martian");
        });
        assertThat(answered.stream().map(c -> c.path("label")).toList())
                .isEqualTo(clusters.stream().map(c -> c.path("label")).toList());
        assertThat(cells(id(asked))).isEqualTo(cells);
    }

    private Map<String, String> fields() {
        return Map.of("tissue", section.tissue(), "name", "simulated");
    }

    private String cells(String job) {
        var answer = service.get("/annotation-jobs/" + job + "/cells" + ALL_COLUMNS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        return answer.body();
    }

    private static String id(JsonNode resource) {
        return resource.path("id").asString("");
    }

    private static List<JsonNode> timeless(List<JsonNode> clusters) {
        clusters.forEach(c -> {
            if (c.path("model") instanceof ObjectNode model) {
                model.remove("latencyMillis");
            }
        });
        return clusters;
    }

    private static boolean isCall(JsonNode cluster) {
        return CALLS.contains(cluster.path("verdict").asString(""));
    }

    private static JsonNode candidate(JsonNode cluster, String label) {
        return stream(cluster.path("candidates"))
                .filter(c -> c.path("label").asString("").equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is no candidate of " + cluster));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
