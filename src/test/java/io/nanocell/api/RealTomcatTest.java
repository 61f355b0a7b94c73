package io.nanocell.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.nanocell.pipeline.AblationStudies;
import io.nanocell.pipeline.ClusterPlots;
import io.nanocell.pipeline.ClusterReannotations;
import io.nanocell.pipeline.ConfidencePlot;
import io.nanocell.pipeline.Evaluations;
import io.nanocell.pipeline.LiftLedger;
import io.nanocell.pipeline.MarkerAnnotations;
import io.nanocell.pipeline.MarkerSets;
import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.pipeline.Submissions;
import io.nanocell.pipeline.UploadedFile;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.CellRow;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobStage;
import io.nanocell.results.JobState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageImpl;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/// What only a real server shows: parts on disk, limits, aborted connections, errors before any filter.
@SpringBootTest(
        classes = HttpSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"nanocell.data-dir=target/http-tomcat", "nanocell.upload.max-size=1MB"})
class RealTomcatTest {

    private static final Path INCOMING = Path.of("target/http-tomcat/incoming");
    private static final String BOUNDARY = "----nanocell";

    @LocalServerPort
    int port;

    @MockitoBean
    AblationStudies ablations;

    @MockitoBean
    ClusterReannotations reannotations;

    @MockitoBean
    LiftLedger lift;

    @MockitoBean
    Submissions submissions;

    @MockitoBean
    Datasets datasets;

    @MockitoBean
    AnnotationJobs jobs;

    @MockitoBean
    MarkerAnnotations markerAnnotations;

    @MockitoBean
    ReferenceLookup reference;

    @MockitoBean
    Evaluations evaluations;

    @MockitoBean
    ConfidencePlot confidencePlot;

    @MockitoBean
    ClusterPlots clusterPlots;

    @MockitoBean
    MarkerSets markerSets;

    @Autowired
    private JobEvents jobEvents;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void partsGoToDiskAndAreMovedByName() throws Exception {
        spool();
        List<Path> files = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        willAnswer(call -> {
                    for (UploadedFile file : call.<List<UploadedFile>>getArgument(0)) {
                        files.add(file.file());
                        sizes.add(Files.size(file.file()));
                    }
                    return Samples.dataset();
                })
                .given(submissions)
                .upload(any(), any());
        var response = upload(part("bundle", "run.zip", "x".repeat(500_000)) + field("name", "größe") + end());
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/datasets/" + Samples.DATASET);
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName()).hasToString("bundle"));
        assertThat(sizes).containsExactly(500_000L);
        leavesNothing();
    }

    @Test
    void oversizeUploadIsAProblemDocument() throws Exception {
        var response = upload(part("bundle", "run.zip", "x".repeat(3_000_000)) + end());
        isProblem(response, 413, "too-large");
        verify(submissions, never()).spoolFolder();
        leavesNothing();
    }

    @Test
    void oversizeUploadOfUnknownLengthIsAProblemDocument() throws Exception {
        byte[] body = (part("bundle", "run.zip", "x".repeat(3_000_000)) + end()).getBytes(ISO_8859_1);
        var response = send(multipart().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        isProblem(response, 413, "too-large");
        leavesNothing();
    }

    @Test
    void tooManyPartsAndLongTextsAreProblems() throws Exception {
        var many = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            many.append(field("name" + i, "x"));
        }
        assertThat(upload(many + end()).statusCode()).isBetween(400, 422);
        leavesNothing();
    }

    @Test
    void malformedMultipartIsTheCallersFault() throws Exception {
        isProblem(upload("this has no part at all"), 422, "invalid-parameters");
        isProblem(
                send(HttpRequest.newBuilder(uri("/api/v1/datasets"))
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("no boundary"))),
                400,
                "malformed-request");
        isProblem(upload(part("bundle", "run.zip", "cut off")), 400, "malformed-request");
        leavesNothing();
    }

    @Test
    void refusedAndDefectiveUploadsLeaveNothing() throws Exception {
        spool();
        given(submissions.upload(any(), any())).willThrow(new IllegalStateException("defect"));
        assertThat(upload(part("bundle", "run.zip", "zip") + end()).statusCode())
                .isEqualTo(500);
        assertThat(upload(part("image", "he.tif", "tif") + end()).statusCode()).isEqualTo(422);
        leavesNothing();
    }

    @Test
    void abortedUploadLeavesNothing() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "POST /api/v1/datasets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n"
                    + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n\r\n";
            socket.getOutputStream()
                    .write((head + part("bundle", "run.zip", "x".repeat(200_000))).getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            await().until(() -> count(INCOMING) > 0);
        }
        await().untilAsserted(RealTomcatTest::leavesNothing);
        verify(submissions, never()).upload(any(), any());
    }

    /// A table that ends early must not look like a whole one.
    @Test
    void streamThatFailsBreaksOff() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED));
        given(jobs.clusters(eq(Samples.JOB), any())).willReturn(new PageImpl<>(List.of()));
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    for (int i = 0; i < 200_000; i++) {
                        consumer.accept(new CellRow("cell-" + i, 0, "FEW_GENES"));
                    }
                    throw new IllegalStateException("database gone");
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());
        assertThatThrownBy(() -> get("/api/v1/annotation-jobs/" + Samples.JOB + "/cells"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void listenerHearsTheJobToItsEnd() throws Exception {
        given(jobs.get(Samples.JOB))
                .willReturn(
                        Samples.job(JobState.RUNNING, JobStage.SPATIAL, 0.25),
                        Samples.job(JobState.RUNNING, JobStage.SPATIAL, 0.25),
                        Samples.job(JobState.SUCCEEDED, JobStage.STORE, 1));
        var events = get("/api/v1/annotation-jobs/" + Samples.JOB + "/events");
        assertThat(events.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(events.body())
                .contains("event:stage\ndata:{\"state\":\"RUNNING\",\"stage\":\"SPATIAL\"}")
                .contains("event:progress\ndata:{\"state\":\"SUCCEEDED\",\"stage\":\"STORE\",\"progress\":1.0}");
        assertThat(jobEvents.listening()).isZero();

        String last = events.body()
                .lines()
                .filter(line -> line.startsWith("id:"))
                .toList()
                .getLast();
        var again = send(HttpRequest.newBuilder(uri("/api/v1/annotation-jobs/" + Samples.JOB + "/events"))
                .header("Last-Event-ID", last.substring("id:".length())));
        assertThat(again.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/datasets/%zz HTTP/1.1, 400",
        "GET /api/v1/reference/genes/a%00b HTTP/1.1, 400",
        "GET /api/v1/reference/genes/a%2Fb HTTP/1.1, 400",
        "GET /api/v1/[x] HTTP/1.1, 400",
        "GET /api/v1//datasets HTTP/1.1, 400",
        "TRACE /api/v1/datasets HTTP/1.1, 405",
        "BREW /api/v1/datasets HTTP/1.1, 405",
        "GET /error HTTP/1.1, 404",
        "GET /assets/../application.yaml HTTP/1.1, 400",
        "GET /swagger-ui/..%2f..%2fapplication.yaml HTTP/1.1, 400",
        "GET http://evil.example/api/v1/datasets HTTP/1.1, 400",
    })
    void oddRequestsAreProblemsToo(String line, int status) throws Exception {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json", "\"/problems/");
        assertThat(answer).doesNotContainIgnoringCase("\r\nserver:").doesNotContain("Tomcat", "Exception");
    }

    @Test
    void hugeHeadersAreAProblemToo() throws Exception {
        String answer = raw("GET /api/v1/datasets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: "
                + "y".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void hostOfAnotherNameIsRefusedByTheServer() throws Exception {
        assertThat(raw("GET /api/v1/datasets HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("forbidden-host");
    }

    @Test
    void jsonBodyOfUnknownLengthIsLimited() throws Exception {
        byte[] body = ("{\"panel\": [" + "\"ACTA2\", ".repeat(700_000) + "\"ACTA2\"]}").getBytes(ISO_8859_1);
        var response = send(HttpRequest.newBuilder(uri("/api/v1/marker-annotations"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        isProblem(response, 413, "too-large");
    }

    @Test
    void probesAndMetricsAnswer() throws Exception {
        assertThat(get("/actuator/health").body()).contains("UP");
        assertThat(get("/actuator/health/liveness").body()).contains("UP");
        assertThat(get("/actuator/health/readiness").body()).contains("UP");
        assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private void spool() {
        given(submissions.spoolFolder()).willAnswer(_ -> Files.createTempDirectory(INCOMING, "upload"));
    }

    private static void leavesNothing() {
        assertThat(count(INCOMING)).isZero();
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"/problems/" + slug + "\"", "\"violations\"");
    }

    private static String part(String name, String file, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, file, content);
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private HttpRequest.Builder multipart() {
        return HttpRequest.newBuilder(uri("/api/v1/datasets"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private HttpResponse<String> upload(String body) throws Exception {
        return send(multipart().POST(BodyPublishers.ofString(body, ISO_8859_1)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }
}
