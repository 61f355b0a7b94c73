package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.nanocell.results.DatasetView;
import io.nanocell.results.FileRecord;
import io.nanocell.results.InputFile;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.Notice;
import io.nanocell.results.Provenance;
import io.nanocell.results.SourceVersion;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// The crate of a job, entity by entity. The jobs are the documented example and variations of it.
class ProvenanceTest extends HttpTest {

    private static final Path EXAMPLES = Path.of("src/main/resources/openapi");
    private static final String CELLS_SHA256 = "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce";
    private static final String RUN = "urn:uuid:" + Samples.JOB;

    @Autowired
    private ApiJson json;

    private JobView job;
    private DatasetView dataset;

    @BeforeEach
    void finishedJob() throws IOException {
        job = example("getJob", JobView.class);
        dataset = example("getDataset", DatasetView.class);
        given(datasets.get(Samples.DATASET)).willReturn(dataset);
        given(datasets.files(Samples.DATASET))
                .willReturn(List.of(new FileRecord("cells", "cells.parquet", 2_412_877, CELLS_SHA256, "store/1")));
        given(jobs.get(Samples.JOB)).willReturn(job);
    }

    @Test
    void isTheDocumentedExample() throws Exception {
        assertThat(json.mapper().readTree(body(get())))
                .isEqualTo(json.mapper().readTree(Files.readString(EXAMPLES.resolve("getProvenance.response.json"))));
    }

    @Test
    void isLinkedDataWithTheVocabulariesItsNamesComeFrom() throws Exception {
        var result = get();
        assertThat(result).hasStatusOk().hasContentType("application/ld+json");
        assertThat(json.mapper()
                        .readTree(body(result))
                        .path("@context")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly(
                        "https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context");
    }

    @Test
    void descriptorAndRootSayWhatItIs() {
        var crate = crate();
        JsonNode descriptor = crate.get("ro-crate-metadata.json");
        assertThat(descriptor.path("@type").asString()).isEqualTo("CreativeWork");
        assertThat(descriptor.at("/conformsTo/@id").asString()).isEqualTo("https://w3id.org/ro/crate/1.1");
        assertThat(descriptor.at("/about/@id").asString()).isEqualTo("./");
        JsonNode root = crate.get("./");
        assertThat(root.path("@type").asString()).isEqualTo("Dataset");
        assertThat(root.at("/conformsTo/@id").asString()).isEqualTo("https://w3id.org/ro/wfrun/process/0.5");
        assertThat(root.path("name").asString()).isEqualTo("Cell types of " + dataset.name());
        assertThat(root.path("datePublished").asString()).isEqualTo("2026-11-22T17:01:12Z");
        assertThat(root.at("/mainEntity/@id").asString()).isEqualTo("#nanocell");
        assertThat(crate.targets("./", "hasPart")).containsExactly("inputs/cells.parquet", "cells", "clusters");
        assertThat(crate.targets("./", "mentions")).containsExactly(RUN);
        assertThat(crate.text(crate.target("./", "license"), "name")).isEqualTo("No licence is stated");
    }

    @Test
    void theProgramIsNamedWithVersionAndLicence() {
        var crate = crate();
        JsonNode program = crate.get("#nanocell");
        assertThat(program.path("@type").asString()).isEqualTo("SoftwareApplication");
        assertThat(program.path("name").asString()).isEqualTo("NanoCell");
        assertThat(program.path("softwareVersion").asString()).isEqualTo("0.1.0");
        assertThat(program.at("/license/@id").asString()).isEqualTo("https://spdx.org/licenses/GPL-3.0-or-later");
        assertThat(crate.text("https://spdx.org/licenses/GPL-3.0-or-later", "identifier"))
                .isEqualTo("GPL-3.0-or-later");
    }

    @Test
    void theRunHasItsTimesAndAllThatWentInAndCameOut() {
        var crate = crate();
        JsonNode run = crate.get(RUN);
        assertThat(run.path("@type").asString()).isEqualTo("CreateAction");
        assertThat(run.path("startTime").asString()).isEqualTo("2026-11-22T17:00:01Z");
        assertThat(run.path("endTime").asString()).isEqualTo("2026-11-22T17:01:12Z");
        assertThat(run.path("actionStatus").asString()).isEqualTo("http://schema.org/CompletedActionStatus");
        assertThat(run.at("/instrument/@id").asString()).isEqualTo("#nanocell");
        assertThat(run.path("description").asString()).isEqualTo("Stages: INGEST 2.1 s, SPATIAL 41.7 s");
        assertThat(crate.targets(RUN, "object"))
                .contains("inputs/cells.parquet", "#parameter/hsnmf.rank", "#reference/PanglaoDB", "#prompt-template")
                .containsAll(crate.ids().stream()
                        .filter(id -> id.matches("#parameter/[^/]+"))
                        .toList());
        assertThat(crate.targets(RUN, "result")).containsExactly("cells", "clusters", "#resultSha256");
    }

    @Test
    void inputsHaveChecksumSizeAndSlot() {
        var crate = crate();
        JsonNode input = crate.get("inputs/cells.parquet");
        assertThat(input.path("@type").asString()).isEqualTo("File");
        assertThat(input.path("name").asString()).isEqualTo("cells.parquet");
        assertThat(input.path("sha256").asString()).isEqualTo(CELLS_SHA256);
        assertThat(input.path("contentSize").asString()).isEqualTo("2412877");
        assertThat(input.at("/exampleOfWork/@id").asString()).isEqualTo("#file/cells");
        assertThat(crate.text("#file/cells", "additionalType")).isEqualTo("File");
    }

    @Test
    void aFileOfOtherContentLendsNeitherSizeNorSlot() {
        given(datasets.files(Samples.DATASET))
                .willReturn(List.of(new FileRecord("cells", "cells.parquet", 1, "0".repeat(64), "store/1")));
        JsonNode input = crate().get("inputs/cells.parquet");
        assertThat(input.path("sha256").asString()).isEqualTo(CELLS_SHA256);
        assertThat(input.has("contentSize")).isFalse();
        assertThat(input.has("exampleOfWork")).isFalse();
    }

    @Test
    void namesOfFilesAreEscapedAndKeptApart() {
        var crate = crate(with(made(
                List.of(
                        new InputFile("my #1 cells%.csv", "a".repeat(64)),
                        new InputFile("cells", "b".repeat(64)),
                        new InputFile("cells", "c".repeat(64))),
                null)));
        assertThat(crate.text("inputs/my%20%231%20cells%25.csv", "name")).isEqualTo("my #1 cells%.csv");
        assertThat(crate.text("inputs/cells", "sha256")).isEqualTo("b".repeat(64));
        assertThat(crate.text("inputs/cells-2", "sha256")).isEqualTo("c".repeat(64));
        assertThat(crate.text("inputs/cells-2", "alternateName")).isEqualTo("cells");
        assertThat(crate.text("cells", "encodingFormat")).isEqualTo("text/csv");
    }

    @Test
    void everyParameterHasItsValueAndItsSlot() {
        var crate = crate();
        Map<String, JsonNode> leaves = new TreeMap<>();
        leaves("", json.mapper().readTree(json.mapper().writeValueAsString(job.parameters())), leaves);
        assertThat(leaves).hasSizeGreaterThan(35);
        assertThat(leaves).allSatisfy((name, value) -> {
            JsonNode parameter = crate.get("#parameter/" + name);
            assertThat(parameter.path("@type").asString()).isEqualTo("PropertyValue");
            assertThat(parameter.path("name").asString()).isEqualTo(name);
            assertThat(parameter.path("value")).isEqualTo(value);
            JsonNode slot = crate.get(parameter.at("/exampleOfWork/@id").asString());
            assertThat(slot.path("@type").asString()).isEqualTo("FormalParameter");
            assertThat(slot.path("name").asString()).isEqualTo(name);
        });
        assertThat(crate.text("#parameter/species", "value")).isEqualTo(dataset.species());
        assertThat(crate.ids()).doesNotContain("#parameter/disease", "#parameter/confidence.maxErrorRate");
        assertThat(crate.targets("#nanocell", "input"))
                .containsExactlyInAnyOrderElementsOf(crate.ofType("FormalParameter")
                        .map(slot -> slot.path("@id").asString())
                        .filter(id -> !id.startsWith("#output/"))
                        .toList());
    }

    @Test
    void slotsTellTheirTypes() {
        var crate = crate();
        assertThat(List.of("hsnmf.rank", "hsnmf.alpha", "inference.enabled", "tissue", "inference.evidence"))
                .extracting(name -> crate.text("#input/" + name, "additionalType"))
                .containsExactly("Integer", "Float", "Boolean", "Text", "Text");
        assertThat(crate.get("#input/inference.evidence").path("multipleValues").asBoolean())
                .isTrue();
        assertThat(crate.get("#input/hsnmf.rank").has("multipleValues")).isFalse();
    }

    @Test
    void markerSetsBecomeEntitiesOfTheirOwn() {
        var crate = crate(json.mapper()
                .readValue(
                        json.mapper()
                                .writeValueAsString(job)
                                .replace(
                                        "\"markerSets\":[]",
                                        "\"markerSets\":[{\"label\":\"Mast\",\"cellOntologyId\":null,\"genes\":[\"KIT\",\"CPA3\"]}]"),
                        JobView.class));
        String sets = "#parameter/labelSpace.markerSets";
        assertThat(crate.text("#input/labelSpace.markerSets", "additionalType")).isEqualTo("PropertyValue");
        assertThat(crate.targets(sets, "value")).containsExactly(sets + "/1");
        assertThat(crate.targets(sets + "/1", "value")).containsExactly(sets + "/1/label", sets + "/1/genes");
        assertThat(crate.text(sets + "/1/label", "value")).isEqualTo("Mast");
        assertThat(crate.texts(sets + "/1/genes", "value")).containsExactly("KIT", "CPA3");
        crate.resolves();
    }

    @Test
    void resultsAreTheCallsBelowTheJobsAddress() {
        var crate = crate();
        var served = URI.create("http://localhost/api/v1/annotation-jobs/%s/provenance".formatted(Samples.JOB));
        assertThat(List.of("cells", "clusters")).allSatisfy(name -> {
            assertThat(served.resolve(name).getPath())
                    .isEqualTo("/api/v1/annotation-jobs/%s/%s".formatted(Samples.JOB, name));
            assertThat(crate.get(name).path("@type").asString()).isEqualTo("File");
            assertThat(crate.get(name).has("sha256")).isFalse(); // the digest is of no file
            assertThat(crate.target(name, "exampleOfWork")).isEqualTo("#output/" + name);
        });
        assertThat(crate.text("#resultSha256", "value")).isEqualTo(job.resultSha256());
        assertThat(crate.targets("#nanocell", "output"))
                .containsExactly("#output/cells", "#output/clusters", "#output/resultSha256");
    }

    @Test
    void referenceSourcesHaveReleaseAndChecksum() {
        JsonNode source = crate().get("#reference/PanglaoDB");
        assertThat(source.path("@type").asString()).isEqualTo("CreativeWork");
        assertThat(source.path("version").asString()).isEqualTo("2020-03-27");
        assertThat(source.path("sha256").asString())
                .isEqualTo("6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b");
        assertThat(crate().ids()).doesNotContain("#reference-without");
    }

    @Test
    void sourcesOfOneNameStayApartAndThoseLeftOutAreNamed() {
        var crate = crate(with(new Provenance(
                "0.1.0",
                List.of(new SourceVersion("Cell Marker", "1", "a"), new SourceVersion("Cell Marker", "2", "b")),
                null,
                List.of(),
                List.of("ATLAS"))));
        assertThat(crate.text("#reference/Cell%20Marker", "version")).isEqualTo("1");
        assertThat(crate.text("#reference/Cell%20Marker-2", "version")).isEqualTo("2");
        assertThat(crate.texts("#reference-without", "value")).containsExactly("ATLAS");
        assertThat(crate.targets(RUN, "object"))
                .contains("#reference/Cell%20Marker", "#reference/Cell%20Marker-2", "#reference-without");
        crate.resolves();
    }

    @Test
    void theModelIsThereWithItsDigestIfOneWasAsked() {
        JsonNode model = crate().get("#model");
        assertThat(model.path("@type").asString()).isEqualTo("SoftwareApplication");
        assertThat(model.path("name").asString()).isEqualTo("qwen2.5:1.5b");
        assertThat(model.path("softwareVersion").asString()).isEqualTo("65ec06548149");
        assertThat(crate().target("#nanocell", "softwareRequirements")).isEqualTo("#model");
        assertThat(crate().text("#prompt-template", "value")).isEqualTo("2");

        var unread = crate(with(made(List.of(), new ModelVersion("qwen2.5:1.5b", null))));
        assertThat(unread.get("#model").has("softwareVersion")).isFalse();
        assertThat(unread.ids()).doesNotContain("#prompt-template");

        var without = crate(with(made(List.of(), null)));
        assertThat(without.ids()).doesNotContain("#model", "#prompt-template");
        assertThat(without.get("#nanocell").has("softwareRequirements")).isFalse();
        assertThat(without.targets(RUN, "object")).doesNotContain("#prompt-template");
    }

    @Test
    void warningsOfTheJobAreComments() {
        var crate = crate(copy(job.provenance(), List.of(new Notice("NO_DOMAINS", "Only one domain"))));
        assertThat(crate.targets("./", "comment")).containsExactly("#warning/1");
        assertThat(crate.text("#warning/1", "name")).isEqualTo("NO_DOMAINS");
        assertThat(crate.text("#warning/1", "text")).isEqualTo("Only one domain");
        assertThat(crate(job).get("./").has("comment")).isFalse();
    }

    @Test
    void everyReferenceResolves() {
        crate().resolves();
        crate(Samples.job(JobState.SUCCEEDED)).resolves(); // nothing is known of it but its results
    }

    @Test
    void theSameJobGivesTheSameBytes() {
        var first = get();
        assertThat(body(get())).isEqualTo(body(first));
        String etag = Objects.requireNonNull(first.getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(http.get().uri(uri(Samples.JOB)).header(HttpHeaders.IF_NONE_MATCH, etag))
                .hasStatus(304);
    }

    @Test
    void unfinishedJobHasNone() {
        for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING, JobState.FAILED, JobState.CANCELLED)) {
            given(jobs.get(Samples.JOB)).willReturn(Samples.job(state));
            var result = http.get()
                    .uri(uri(Samples.JOB))
                    .header(HttpHeaders.ACCEPT, "application/ld+json")
                    .exchange();
            ErrorsTest.isProblem(result, 409, "not-finished");
            assertThat(result).bodyJson().extractingPath("$.jobState").isEqualTo(state.name());
        }
    }

    @Test
    void unknownJobIsNotFound() {
        var unknown = UUID.fromString("00000000-0000-4000-8000-000000000000");
        given(jobs.get(unknown)).willThrow(new NotFoundException("There is no annotation job " + unknown));
        ErrorsTest.isProblem(http.get().uri(uri(unknown)).exchange(), 404, "not-found");
    }

    @Test
    void otherFormsAreNotServed() {
        var result = http.get()
                .uri(uri(Samples.JOB))
                .header(HttpHeaders.ACCEPT, "text/turtle")
                .exchange();
        ErrorsTest.isProblem(result, 406, "not-acceptable");
    }

    private MvcTestResult get() {
        return http.get().uri(uri(Samples.JOB)).exchange();
    }

    private static String uri(UUID id) {
        return "/api/v1/annotation-jobs/%s/provenance".formatted(id);
    }

    private ParsedCrate crate(JobView finished) {
        given(jobs.get(Samples.JOB)).willReturn(finished);
        return crate();
    }

    private ParsedCrate crate() {
        return new ParsedCrate(json.mapper().readTree(body(get())));
    }

    private static void leaves(String prefix, JsonNode object, Map<String, JsonNode> leaves) {
        object.properties().forEach(member -> {
            if (member.getValue().isObject()) {
                leaves(prefix + member.getKey() + ".", member.getValue(), leaves);
            } else if (!member.getValue().isNull()) {
                leaves.put(prefix + member.getKey(), member.getValue());
            }
        });
    }

    private static Provenance made(List<InputFile> inputs, @Nullable ModelVersion model) {
        return new Provenance("0.1.0", List.of(), model, inputs, null);
    }

    private JobView with(Provenance provenance) {
        return copy(provenance, job.warnings());
    }

    private JobView copy(@Nullable Provenance provenance, List<Notice> warnings) {
        return new JobView(
                job.id(),
                job.datasetId(),
                job.state(),
                job.stage(),
                job.progress(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.clusters(),
                warnings,
                job.failure(),
                job.resultSha256(),
                job.quality(),
                job.timings(),
                job.parameters(),
                provenance,
                job.metrics());
    }

    private <T> T example(String operation, Class<T> type) throws IOException {
        return json.mapper().readValue(Files.readString(EXAMPLES.resolve(operation + ".response.json")), type);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
