package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.nanocell.pipeline.LabelRow;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.PartsView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AnnotationJobsTest extends HttpTest {

    private static final String JOBS = "/api/v1/annotation-jobs";

    @Test
    void submissionIsAcceptedWithItsLocation() {
        given(submissions.annotate(Samples.DATASET, JobParameters.NONE, "run-7"))
                .willReturn(Samples.job(JobState.QUEUED));
        var result = http.post()
                .uri(JOBS)
                .header("Idempotency-Key", "run-7")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"datasetId\": \"%s\"}".formatted(Samples.DATASET))
                .exchange();
        assertThat(result).hasStatus(202).hasHeader(HttpHeaders.LOCATION, JOBS + "/" + Samples.JOB);
        assertThat(result).bodyJson().extractingPath("$.state").isEqualTo("QUEUED");
    }

    @Test
    void refusesAnIdempotencyKeyThatIsNone() {
        var result = http.post()
                .uri(JOBS)
                .header("Idempotency-Key", "x".repeat(201))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"datasetId\": \"%s\"}".formatted(Samples.DATASET))
                .exchange();
        ErrorsTest.isProblem(result, 422, "invalid-parameters");
    }

    @Test
    void listsByDatasetAndState() {
        var page = PageRequest.of(0, 20, Sort.by("createdAt").descending().and(Sort.by("id")));
        given(jobs.list(Samples.DATASET, JobState.RUNNING, page))
                .willReturn(new PageImpl<>(List.of(Samples.job(JobState.RUNNING)), page, 1));
        assertThat(http.get().uri(JOBS + "?datasetId={id}&state=RUNNING", Samples.DATASET))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content[0].id")
                .isEqualTo(Samples.JOB.toString());
    }

    @Test
    void cancelsAndRetries() {
        given(submissions.cancel(Samples.JOB)).willReturn(Samples.job(JobState.CANCELLED));
        given(submissions.retry(Samples.JOB)).willReturn(Samples.job(JobState.QUEUED));
        assertThat(http.post().uri(JOBS + "/{id}/cancel", Samples.JOB))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("CANCELLED");
        assertThat(http.post().uri(JOBS + "/{id}/retry", Samples.JOB)).hasStatus(202);
    }

    @Test
    void clustersComeAllAtOnceInTheirOrder() {
        var page = PageRequest.of(0, 200, Sort.by("number"));
        given(jobs.clusters(Samples.JOB, page))
                .willReturn(new PageImpl<>(List.of(Samples.cluster(1, "T cells", "HIGH")), page, 1));
        assertThat(http.get().uri(JOBS + "/{id}/clusters", Samples.JOB))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content[0].confidenceParts.functionalConsistency")
                .isNull();
    }

    @Test
    void allMarkersOnRequest() {
        given(jobs.cluster(Samples.JOB, 2, true)).willReturn(detail("T cells", "MODEL"));
        assertThat(http.get().uri(JOBS + "/{id}/clusters/2?markers=all", Samples.JOB))
                .hasStatusOk();
        verify(jobs).cluster(Samples.JOB, 2, true);
    }

    @Test
    void clusterNumberMustBeOne() {
        ErrorsTest.isProblem(
                http.get().uri(JOBS + "/{id}/clusters/two", Samples.JOB).exchange(), 400, "invalid-parameters");
    }

    @Test
    void curatorsLabelBringsItsOntologyIdFromTheReference() {
        labelSpace();
        given(jobs.curate(Samples.JOB, 2, "NK cells", "CL:0000623", "seen on the slide", "local"))
                .willReturn(detail("NK cells", "CURATOR"));
        assertThat(curate("{\"label\": \"NK cells\", \"comment\": \"seen on the slide\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.decidedBy")
                .isEqualTo("CURATOR");
    }

    @Test
    void labelOutsideTheLabelSpaceIsRefused() {
        labelSpace();
        ErrorsTest.isProblem(curate("{\"label\": \"Unicorn cells\"}"), 422, "invalid-parameters");
        assertThat(curate("{\"label\": \"nk cells\"}")).bodyText().contains("Spelled \\\"NK cells\\\"");
        ErrorsTest.isProblem(curate("{\"comment\": \"no label\"}"), 422, "invalid-parameters");
        ErrorsTest.isProblem(
                curate("{\"label\": \"NK cells\", \"cellOntologyId\": \"CL:1\"}"), 422, "invalid-parameters");
    }

    @Test
    void unfinishedJobCannotBeCurated() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.RUNNING));
        ErrorsTest.isProblem(curate("{\"label\": \"NK cells\"}"), 409, "not-finished");
    }

    private void labelSpace() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED));
        given(datasets.get(Samples.DATASET)).willReturn(Samples.dataset());
        given(reference.labels(null, "human"))
                .willReturn(List.of(new LabelRow("NK cells", "CL:0000623", "lymphoid", List.of(), 12)));
    }

    private MvcTestResult curate(String body) {
        return http.patch()
                .uri(JOBS + "/{id}/clusters/2", Samples.JOB)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static ClusterDetail detail(String label, String decidedBy) {
        return new ClusterDetail(
                2,
                "Cluster 2",
                50,
                label,
                null,
                "HIGH",
                0.8,
                List.of(),
                decidedBy,
                List.of(),
                List.of(),
                new PartsView(20.0, 0.95, 0.9, 0.0, 0.7, 0.9, 0.75, 0.0, 0.8, 1.0, 0.5, 0.9, 0.1, null, 0.0, 0.0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
