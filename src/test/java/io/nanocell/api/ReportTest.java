package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nanocell.annotation.Reason;
import io.nanocell.api.report.ReportNumbers;
import io.nanocell.api.report.ReportReasons;
import io.nanocell.api.report.ReportSummary;
import io.nanocell.api.report.ReportVerdict;
import io.nanocell.confidence.ReasonCodes;
import io.nanocell.confidence.Verdict;
import io.nanocell.pipeline.figures.CompositionFigure;
import io.nanocell.pipeline.figures.ConfidenceFigure;
import io.nanocell.pipeline.figures.DotPlotFigure;
import io.nanocell.pipeline.figures.MarkerColumns;
import io.nanocell.results.CellLabel;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.ClusterGene;
import io.nanocell.results.ClusterView;
import io.nanocell.results.DatasetView;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.Notice;
import io.nanocell.results.Provenance;
import io.nanocell.results.RunnerUp;
import io.nanocell.results.TypeShare;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReportTest extends HttpTest {

    private static final String REPORT = "/api/v1/annotation-jobs/{id}/report";
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi");
    private static final String EVIL = "<script>alert('x')</script> \"a\" & b";
    private static final String HARMLESS = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;a&quot; &amp; b";

    @Autowired
    private ApiJson json;

    private JobView job = Samples.job(JobState.SUCCEEDED);

    @BeforeEach
    void finishedJob() throws IOException {
        job = example("getJob", JobView.class);
        given(jobs.get(Samples.JOB)).willReturn(job);
        given(datasets.get(Samples.DATASET)).willReturn(example("getDataset", DatasetView.class));
        clusters(exampleClusters());
    }

    @Test
    void saysWhatTheSectionIsAndWhatBecameOfIt() {
        assertThat(page())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>Cell types of Tonsil, block 3</title>", "<h1>Cell types of Tonsil, block 3</h1>")
                .contains(row("Tissue", "tonsil"), row("Species", "human"), row("Disease", "not given"))
                .contains("Of 51,207 cells 50,118 were kept; they fall into 1 cluster.");
    }

    @Test
    void needsNothingElse() {
        assertThat(page().replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("<script", "<link", "<img", "<?xml", "@import", "url(", "src=")
                .doesNotContainPattern("href=\"(?!http://purl\\.obolibrary\\.org/obo/CL_[0-9]{7}\")");
    }

    @Test
    void showsTheClusterWithAllThatWasDecidedOfIt() {
        assertThat(page())
                .contains("<th scope=\"row\" data-title=\"No.\">1</th>", cell("Name", "Cluster 1"))
                .contains("<td data-title=\"Cells\" class=\"number\">14,210</td>")
                .contains(cell("Label", "<strong>B cell</strong> " + link("CL:0000236")))
                .contains("<td data-title=\"Confidence\" class=\"number\">0.91</td>")
                .contains(cell("Decided by", "MODEL"), "<td data-title=\"Reasons\" class=\"codes\">none</td>")
                .contains(cell("Top markers\" class=\"codes", "MS4A1, CD79A, BANK1"))
                .contains("<li>Plasma cells " + link("CL:0000786") + " 0.31</li>")
                .contains("<li>B cell " + link("CL:0000236") + " 90.0\u00a0% (12,789 cells)</li>")
                .contains("<li>Unassigned 10.0\u00a0% (1,421 cells)</li>");
    }

    @Test
    void showsQualityMetricsTimesParametersAndProvenance() {
        assertThat(page())
                .contains(row("Cells kept", "50,118"), row("Cells left out: FEW_TRANSCRIPTS", "1,089"))
                .contains(row("Silhouette, −1 to 1", "0.21"), row("Moran&#39;s I of the factors", "0.62, 0.55"))
                .contains(row("SPATIAL", "41.7"), row("Together", "43.8"))
                .contains(row("hsnmf.seed", "0"), row("hsnmf.nmfTolerance", "1.0E-4"))
                .contains(row("inference.evidence", "MARKERS, CANDIDATES, PROGRAMS"))
                .contains(row("labelSpace.include", "none"), row("confidence.maxErrorRate", "none"))
                .contains(row("Version of the service", "0.1.0"), row("Language model", "qwen2.5:1.5b"))
                .contains(row("Its digest", "65ec06548149"), row("Wording of the prompt", "2"))
                .contains("<th scope=\"row\">PanglaoDB</th>\n<td>2020-03-27</td>")
                .contains("<code>6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b</code>")
                .contains("<th scope=\"row\">cells.parquet</th>\n<td><code>4e07408562bedb8b60ce05c1decfe3ad16b7")
                .contains("<code>d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35</code>");
    }

    @Test
    void figuresStandInThePage() {
        String declared = "<?xml version=\"1.0\"?>\n<svg id=\"%s\"></svg>\n";
        given(confidencePlot.of(Samples.JOB)).willReturn(declared.formatted("sure"));
        given(clusterPlots.dotplot(Samples.JOB, 3)).willReturn(declared.formatted("marked"));
        given(clusterPlots.composition(Samples.JOB)).willReturn(declared.formatted("made"));
        assertThat(page())
                .contains(figure("Markers", "marked", "Dots: the share"))
                .contains(figure("Composition", "made", "The types of the cells"))
                .contains(figure("Confidence", "sure", "How many clusters"));
    }

    @Test
    void mapsOfLabelsAndOfTheCellsOwnTypesStandInThePageWhereCentroidsAreStored() {
        assertThat(page()).contains("Upload the section again for a map").doesNotContain("data:image/png");
        clusters(List.of(Samples.cluster(1, "T cells", "HIGH")));
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    consumer.accept(
                            new CellRow("a", 1, "NONE", new CellLabel("NK cells", "CL:0000623", "lymphoid"), 0f, 0f));
                    consumer.accept(new CellRow("b", 1, "NONE", null, 30f, 40f));
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());
        assertThat(page())
                .containsSubsequence(
                        "<h2>Map</h2>",
                        "Where the labels lie",
                        "T cells: 2 cells",
                        "Where the cells&#39; own types lie",
                        "NK cells: 1 cell<",
                        "<h2>Markers</h2>")
                .doesNotContain("Upload the section again for a map");
    }

    @Test
    void countsClustersAndCellsOfEachVerdict() {
        clusters(List.of(
                Samples.cluster(1, "T cells", "HIGH"),
                Samples.cluster(2, "T cells", "HIGH"),
                Samples.cluster(3, "B cells", "MODERATE"),
                Samples.cluster(4, "Unresolved", "UNRESOLVED"),
                Samples.cluster(5, "Heterogeneous", "HETEROGENEOUS")));
        assertThat(page())
                .contains(count("HIGH", "●", "HIGH", 2), count("MODERATE", "◐", "MODERATE", 1))
                .contains(count("UNRESOLVED", "○", "Unresolved", 1), count("HETEROGENEOUS", "◆", "Heterogeneous", 1))
                .contains(count("NOT_ASSESSED", "–", "Not assessed", 0));
    }

    @ParameterizedTest
    @EnumSource
    void verdictIsAWordOfItsOwn(Verdict verdict) {
        clusters(List.of(Samples.cluster(1, "T cells", verdict.name())));
        String words = ReportVerdict.of(verdict.name()).words();
        assertThat(page()).containsPattern("data-title=\"Verdict\"><span [^>]*><span [^>]*>.</span> " + words);
        assertThat(Arrays.stream(ReportVerdict.values()).map(ReportVerdict::words))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Verdict.values());
    }

    @Test
    void clusterThatWasNotAssessedHasNoLabel() {
        clusters(List.of(cluster("Cluster 1", null, null, "NOT_ASSESSED", null, List.of("SMALL_CLUSTER"), "EVIDENCE")));
        assertThat(page())
                .contains(
                        cell("Label", "no label"),
                        cell("Composition\" class=\"list", "none"),
                        cell("Runners-up\" class=\"list", "none"))
                .contains("<td data-title=\"Confidence\" class=\"number\">none</td>")
                .contains(row("SMALL_CLUSTER", "Too few cells to be assessed."))
                .doesNotContain("null");
    }

    @Test
    void confidenceIsNeverShownAsMoreThanItIs() {
        clusters(List.of(cluster("Cluster 1", "T cells", null, "MODERATE", 0.7999, List.of(), "EVIDENCE")));
        assertThat(page()).contains("class=\"number\">0.79</td>");
        assertThat(ReportNumbers.confidence(0.29)).isEqualTo("0.29");
        assertThat(ReportNumbers.confidence(0.8)).isEqualTo("0.80");
        assertThat(ReportNumbers.percent(0.0001)).isEqualTo("under 0.1\u00a0%");
        assertThat(ReportNumbers.percent(0)).isEqualTo("0.0\u00a0%");
    }

    @Test
    void curatorsLabelIsSaidToHaveTheMachinesVerdict() {
        assertThat(page()).doesNotContain("that a curator gave");
        clusters(List.of(cluster("Cluster 1", "NK cells", "CL:0000623", "HIGH", 0.9, List.of(), "CURATOR")));
        assertThat(page())
                .contains(
                        cell("Decided by", "CURATOR"), cell("Label", "<strong>NK cells</strong> " + link("CL:0000623")))
                .contains("1 cluster carries a label that a curator gave");
    }

    @Test
    void everyReasonHasWords() throws IllegalAccessException {
        for (Reason reason : Reason.values()) {
            assertThat(ReportReasons.words(reason.name())).as(reason.name()).isNotBlank();
        }
        for (Field code : ReasonCodes.class.getFields()) {
            assertThat(ReportReasons.words(String.valueOf(code.get(null))))
                    .as(code.getName())
                    .isNotBlank();
        }
        clusters(List.of(cluster("Cluster 1", "T cells", null, "HIGH", 0.9, List.of("NEW_ONE"), "EVIDENCE")));
        assertThat(page()).contains(row("NEW_ONE", "see the service&#39;s documentation"));
    }

    @Test
    void warnsWithTheFiguresOfTheReadme() throws IOException {
        assertThat(page())
                .contains("For research use. This is no diagnosis.", "about nine in ten", "91 to 94 % were right")
                .doesNotContain("do not hold for it");
        assertThat(Files.readString(Path.of("README.md")))
                .contains("of all cases at 0.80 or above " + ReportSummary.RIGHT_OF_HIGH + " were right (HIGH)");
    }

    @Test
    void figuresOfAnotherThresholdAreNotClaimed() {
        given(jobs.get(Samples.JOB)).willReturn(with(job.provenance(), List.of(), 0.7));
        assertThat(page())
                .contains("confidence at least 0.7", "This job called HIGH from 0.7 on: these figures do not");
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED)); // nothing recorded
        assertThat(page()).contains("from 0.80 on is not recorded", row("Provenance", "not recorded"));
    }

    @Test
    void tellsAllWarnings() {
        assertThat(page()).contains("<h3>Of this job</h3>\n<p>None.</p>").doesNotContain("Of the dataset");
        given(jobs.get(Samples.JOB))
                .willReturn(
                        with(job.provenance(), List.of(new Notice("ONE", "first"), new Notice("TWO", "next")), 0.8));
        given(datasets.get(Samples.DATASET)).willReturn(dataset("s", "lung", List.of(new Notice("PANEL", "other"))));
        assertThat(page())
                .contains("<li><code>ONE</code> first</li>\n<li><code>TWO</code> next</li>")
                .contains("<h3>Of the dataset</h3>", "<code>PANEL</code> other")
                .contains(row("Tissue as the dataset has it", "lung"));
    }

    @Test
    void jobWithoutAModelSaysSo() {
        var made = new Provenance("1", List.of(), null, List.of(), List.of("ATLAS"));
        given(jobs.get(Samples.JOB)).willReturn(with(made, List.of(), 0.8));
        assertThat(page())
                .contains(row("Language model", "no model"), row("Sources of markers left out", "ATLAS"))
                .doesNotContain("Its digest");
        made = new Provenance("1", List.of(), new ModelVersion("m", null), List.of(), null);
        given(jobs.get(Samples.JOB)).willReturn(with(made, List.of(), 0.8));
        assertThat(page()).contains(row("Its digest", "not known"), row("Wording of the prompt", "not recorded"));
    }

    @Test
    void nothingFromOutsideBecomesMarkup() {
        given(datasets.get(Samples.DATASET)).willReturn(dataset(EVIL, EVIL, List.of(new Notice(EVIL, EVIL))));
        given(jobs.get(Samples.JOB))
                .willReturn(with(
                        new Provenance(EVIL, List.of(), new ModelVersion(EVIL, EVIL, EVIL), List.of(), List.of(EVIL)),
                        List.of(new Notice(EVIL, EVIL)),
                        0.8));
        var evil = new ClusterView(
                1,
                EVIL,
                9,
                EVIL,
                "CL:0000084\" onclick=\"x",
                "HIGH",
                0.9,
                List.of(EVIL),
                EVIL,
                List.of(EVIL),
                List.of(new RunnerUp(EVIL, EVIL, 0.1)),
                Samples.cluster(1, "T cells", "HIGH").confidenceParts(),
                List.of(new TypeShare(EVIL, EVIL, EVIL, 9, 1)));
        clusters(List.of(evil));
        String page = page();
        assertThat(page)
                .doesNotContain("<script", "alert('", "onclick=\"", "<a ")
                .contains("<h1>Cell types of " + HARMLESS + "</h1>", "<title>Cell types of " + HARMLESS + "</title>")
                .contains(
                        cell("Name", HARMLESS),
                        cell("Top markers\" class=\"codes", HARMLESS),
                        "class=\"codes\">" + HARMLESS + "</td>")
                .contains("<strong>" + HARMLESS + "</strong> CL:0000084&quot; onclick=&quot;x</td>")
                .contains("<li><code>" + HARMLESS + "</code> " + HARMLESS + "</li>")
                .contains("<li>" + HARMLESS + " " + HARMLESS + " 0.10</li>")
                .contains("<li>" + HARMLESS + " " + HARMLESS + " 100.0\u00a0% (9 cells)</li>");
        assertThat(page.split("alert", -1)).hasSize(page.split("alert\\(&#39;", -1).length);
    }

    @Test
    void whatHtmlCannotHoldIsReplaced() {
        given(datasets.get(Samples.DATASET)).willReturn(dataset("a\u0001\uD800\uFFFEb", null, List.of()));
        assertThat(page()).contains("<h1>Cell types of a\uFFFD\uFFFD\uFFFDb</h1>");
    }

    @Test
    void thousandsOfClustersComePageByPage() {
        var all = IntStream.rangeClosed(1, 450)
                .mapToObj(n -> Samples.cluster(n, "T cells", "HIGH"))
                .toList();
        for (int p = 0; p < 3; p++) {
            var page = PageRequest.of(p, 200, Sort.by("number"));
            given(jobs.clusters(Samples.JOB, page))
                    .willReturn(new PageImpl<>(all.subList(200 * p, Math.min(450, 200 * p + 200)), page, 450));
        }
        assertThat(page()).contains("<caption>450 clusters</caption>", "data-title=\"No.\">450</th>");
    }

    @Test
    void sameJobGivesTheSameBytesAndItsTag() {
        var first = get();
        String etag = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(etag).startsWith("\"");
        assertThat(page()).isEqualTo(text(first));
        assertThat(http.get().uri(REPORT, Samples.JOB).header(HttpHeaders.IF_NONE_MATCH, etag))
                .hasStatus(304);
        clusters(List.of(Samples.cluster(1, "NK cells", "HIGH")));
        assertThat(http.get().uri(REPORT, Samples.JOB).header(HttpHeaders.IF_NONE_MATCH, etag))
                .hasStatusOk();
    }

    @Test
    void browserMayLoadAndRunNothing() {
        var result = get();
        assertThat(result)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader(
                        HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"report-%s.html\"".formatted(Samples.JOB));
        assertThat(result.getResponse().getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
                .doesNotContain("script", "self");
    }

    @Test
    void unfinishedJobHasNoReport() {
        for (var state : List.of(JobState.QUEUED, JobState.RUNNING, JobState.FAILED, JobState.CANCELLED)) {
            given(jobs.get(Samples.JOB)).willReturn(Samples.job(state));
            ErrorsTest.isProblem(get(), 409, "not-finished");
            assertThat(get()).bodyJson().extractingPath("$.jobState").isEqualTo(state.name());
        }
    }

    @Test
    void unknownJobIsNotFound() {
        willThrow(new NotFoundException("There is no such job")).given(jobs).get(Samples.JOB);
        ErrorsTest.isProblem(get(), 404, "not-found");
    }

    @Test
    void isServedAsHtmlOnly() {
        var result =
                http.get().uri(REPORT, Samples.JOB).accept("application/json").exchange();
        ErrorsTest.isProblem(result, 406, "not-acceptable");
        assertThat(http.get().uri(REPORT, Samples.JOB).accept("text/html,application/xml;q=0.9,*/*;q=0.8"))
                .hasStatusOk();
    }

    /// The example is the report of the other examples. To renew it: copy `target/getReport.response.html` over it.
    @Test
    void exampleIsTheReportOfTheExamples() throws IOException {
        given(confidencePlot.of(Samples.JOB)).willReturn(ConfidenceFigure.of(exampleClusters(), 0.6, 0.8));
        List<ClusterGene> genes = example("getCluster", ClusterDetail.class).markers().stream()
                .map(marker -> new ClusterGene(1, marker))
                .toList();
        given(clusterPlots.dotplot(Samples.JOB, 3))
                .willReturn(DotPlotFigure.of(MarkerColumns.of(exampleClusters(), 3), genes));
        given(clusterPlots.composition(Samples.JOB)).willReturn(CompositionFigure.of(exampleClusters()));
        String page = page();
        Files.writeString(Path.of("target/getReport.response.html"), page);
        assertThat(page).isEqualTo(Files.readString(EXAMPLES.resolve("getReport.response.html")));
    }

    private MvcTestResult get() {
        return http.get().uri(REPORT, Samples.JOB).accept("text/html").exchange();
    }

    private String page() {
        var result = get();
        assertThat(result).hasStatusOk().hasContentType("text/html;charset=UTF-8");
        return text(result);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private void clusters(List<ClusterView> clusters) {
        given(jobs.clusters(eq(Samples.JOB), any())).willReturn(new PageImpl<>(clusters));
        given(confidencePlot.of(Samples.JOB)).willReturn("<?xml version=\"1.0\"?>\n<svg></svg>");
        given(clusterPlots.dotplot(Samples.JOB, 3)).willReturn("<svg></svg>");
        given(clusterPlots.composition(Samples.JOB)).willReturn("<svg></svg>");
    }

    private <T> T example(String name, Class<T> type) throws IOException {
        return json.mapper().readValue(Files.readString(EXAMPLES.resolve(name + ".response.json")), type);
    }

    private List<ClusterView> exampleClusters() throws IOException {
        return example("listClusters", ClusterList.class).content();
    }

    @JsonIgnoreProperties("page")
    private record ClusterList(List<ClusterView> content) {}

    private JobView with(@Nullable Provenance provenance, List<Notice> warnings, double high) {
        var was = job.parameters();
        var parameters = new JobParameters(
                was.tissue(),
                null,
                was.qualityControl(),
                was.hsnmf(),
                was.markers(),
                was.enrichment(),
                was.labelSpace(),
                was.candidates(),
                was.inference(),
                new JobParameters.Confidence(high, 0.6, null));
        return new JobView(
                job.id(),
                job.datasetId(),
                job.state(),
                job.stage(),
                1,
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                9,
                warnings,
                null,
                job.resultSha256(),
                job.quality(),
                job.timings(),
                parameters,
                provenance,
                job.metrics());
    }

    private static DatasetView dataset(String name, @Nullable String tissue, List<Notice> warnings) {
        var sample = Samples.dataset();
        return new DatasetView(
                sample.id(),
                name,
                tissue,
                "human",
                null,
                sample.createdAt(),
                5000,
                300,
                40,
                0,
                sample.sha256(),
                sample.files(),
                warnings,
                sample.quality(),
                null);
    }

    private static ClusterView cluster(
            String name,
            @Nullable String label,
            @Nullable String id,
            String verdict,
            @Nullable Double confidence,
            List<String> reasons,
            String decidedBy) {
        var parts = Samples.cluster(1, "T cells", "HIGH").confidenceParts();
        return new ClusterView(
                1, name, 50, label, id, verdict, confidence, reasons, decidedBy, List.of(), List.of(), parts);
    }

    private static String figure(String title, String id, String caption) {
        return "<h2>%s</h2>\n<figure><div class=\"wide\"><svg id=\"%s\"></svg>\n</div>\n<figcaption>%s"
                .formatted(title, id, caption);
    }

    private static String row(String name, String value) {
        return "<th scope=\"row\">" + name + "</th>\n<td>" + value + "</td>";
    }

    private static String cell(String title, String content) {
        return "<td data-title=\"" + title + "\">" + content + "</td>";
    }

    private static String link(String id) {
        return "<a href=\"http://purl.obolibrary.org/obo/%s\">%s</a>".formatted(id.replace(':', '_'), id);
    }

    private static String count(String verdict, String mark, String words, int clusters) {
        return """
                <span class="verdict %s"><span aria-hidden="true">%s</span> %s</span></th>
                <td data-title="Clusters" class="number">%d</td>
                <td data-title="Cells" class="number">%d</td>
                """.formatted(verdict, mark, words, clusters, 100 * clusters);
    }
}
