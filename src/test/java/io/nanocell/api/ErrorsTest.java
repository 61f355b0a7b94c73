package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import io.nanocell.results.ConflictException;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobState;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ErrorsTest extends HttpTest {

    private static final String JOBS = "/api/v1/annotation-jobs";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void unknownIdIsNotFound() {
        given(datasets.get(Samples.DATASET)).willThrow(new NotFoundException("There is no dataset"));
        isProblem(http.get().uri("/api/v1/datasets/{id}", Samples.DATASET).exchange(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void unknownPathIsNotFoundForEveryMethod(String method) {
        isProblem(
                http.method(HttpMethod.valueOf(method))
                        .uri("/api/v1/nothing-here")
                        .exchange(),
                404,
                "not-found");
    }

    @Test
    void malformedIdInPathIsBadRequest() {
        var result = http.get().uri("/api/v1/datasets/not-a-uuid").exchange();
        isProblem(result, 400, "invalid-parameters");
        names(result, "id");
    }

    @Test
    void conflictNamesItsCause() {
        given(submissions.cancel(Samples.JOB)).willThrow(new ConflictException("The job has ended"));
        isProblem(http.post().uri(JOBS + "/{id}/cancel", Samples.JOB).exchange(), 409, "conflict");
    }

    @Test
    void resultsOfAnUnfinishedJobAreAConflictWithItsState() {
        given(jobs.clusters(any(), any())).willThrow(new JobNotFinishedException("running", JobState.RUNNING));
        var result = http.get().uri(JOBS + "/{id}/clusters", Samples.JOB).exchange();
        isProblem(result, 409, "not-finished");
        assertThat(result).bodyJson().extractingPath("$.jobState").isEqualTo("RUNNING");
    }

    @Test
    void rejectionKeepsSlugStatusAndViolations() {
        given(submissions.importFolder(any(), any()))
                .willThrow(new RequestRejected(
                        "malformed-bundle",
                        422,
                        "cells.csv has no column x_centroid",
                        List.of(new ProblemViolation("cells.csv", "x_centroid", null, "Export the table again"))));
        var result = json("/api/v1/datasets", "{\"path\": \"run1\"}");
        isProblem(result, 422, "malformed-bundle");
        assertThat(result).bodyJson().extractingPath("$.violations[0].file").isEqualTo("cells.csv");
        assertThat(result).bodyJson().extractingPath("$.violations[0].value").isNull();
    }

    @Test
    void defectTellsAnIdAndNoInternals() {
        given(jobs.get(Samples.JOB)).willThrow(new IllegalStateException("jdbc:postgresql://secret"));
        var result = http.get().uri(JOBS + "/{id}", Samples.JOB).exchange();
        isProblem(result, 500, "internal-error");
        assertThat(result).bodyText().doesNotContain("secret", "IllegalState").contains("errorId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"datasetID\": 1}                                        | datasetID",
                "{\"parameters\": {\"hsnmf\": {\"rnk\": 5}}}               | parameters.hsnmf.rnk",
                "{\"parameters\": {\"hsnmf\": {\"rank\": 1.5}}}            | parameters.hsnmf.rank",
                "{\"parameters\": {\"hsnmf\": {\"rank\": \"ten\"}}}        | parameters.hsnmf.rank",
                "{\"parameters\": {\"hsnmf\": {\"rank\": \"10\"}}}         | parameters.hsnmf.rank",
                "{\"parameters\": {\"hsnmf\": {\"rank\": 99999999999}}}    | parameters.hsnmf.rank",
                "{\"parameters\": {\"hsnmf\": 7}}                          | parameters.hsnmf",
                "{\"parameters\": {\"tissue\": 7}}                         | parameters.tissue",
                "{\"parameters\": {\"tissue\": \"a\\u0000b\"}}             | parameters.tissue",
                "{\"parameters\": {\"tissue\": \"a\\ud800b\"}}             | parameters.tissue",
                "{\"parameters\": {\"labelSpace\": {\"mode\": \"SOME\"}}}  | parameters.labelSpace.mode",
                "{\"parameters\": {\"labelSpace\": {\"mode\": 1}}}         | parameters.labelSpace.mode",
                "{\"parameters\": {\"inference\": {\"enabled\": \"true\"}}}| parameters.inference.enabled",
                "{\"parameters\": {\"labelSpace\": {\"include\": \"x\"}}}  | parameters.labelSpace.include",
                "{\"parameters\": {\"labelSpace\": {\"include\": [\"a\", 3]}}} | parameters.labelSpace.include[1]",
                "{\"datasetId\": \"x\"}                                    | datasetId",
                "{}                                                        | datasetId",
            })
    void badFieldIsNamed(String body, String field) {
        var result = json(JOBS, body);
        isProblem(result, 422, "invalid-parameters");
        names(result, field);
        verifyNoInteractions(submissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"datasetId\": }", "{\"tissue\": NaN}", "not json"})
    void brokenJsonIsBadRequest(String body) {
        isProblem(json(JOBS, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "{} {}", "{\"datasetId\": null, \"datasetId\": null}"})
    void bodyThatIsNotOneObjectIsRefused(String body) {
        assertThat(json(JOBS, body).getResponse().getStatus()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"parameters\":", "[", "{\"panel\": ["})
    void deepJsonIsRefused(String opening) {
        assertThat(json(JOBS, opening.repeat(100_000)).getResponse().getStatus())
                .isIn(400, 422);
    }

    @Test
    void bodyOfMoreThanFiveMegabytesIsTooLarge() {
        String body = "{\"panel\": [" + "\"ACTA2\", ".repeat(700_000) + "\"ACTA2\"]}";
        isProblem(json("/api/v1/marker-annotations", body), 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/annotation-jobs?sate=RUNNING, sate",
        "/api/v1/annotation-jobs?state=RUNING, state",
        "/api/v1/annotation-jobs?state=, state",
        "/api/v1/annotation-jobs?datasetId=7, datasetId",
        "/api/v1/annotation-jobs?size=0, size",
        "/api/v1/annotation-jobs?size=201, size",
        "/api/v1/annotation-jobs?size=ten, size",
        "/api/v1/annotation-jobs?page=-1, page",
        "/api/v1/annotation-jobs?page=99999999999, page",
        "/api/v1/annotation-jobs?page=1&page=2, page",
        "/api/v1/annotation-jobs?sort=failure, sort",
        "'/api/v1/annotation-jobs?sort=createdAt,up', sort",
        "/api/v1/datasets?tissue=liver, tissue",
        "/api/v1/reference?x=1, x",
        "/api/v1/reference/labels?tissues=liver, tissues",
        "/api/v1/datasets/3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01?verbose=1, verbose",
        "/api/v1/annotation-jobs/3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01/clusters/1?markers=some, markers",
        "/api/v1/annotation-jobs/3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01/cells?group=colour, group",
        "'/api/v1/annotation-jobs/3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01/cells?columns=label,z', columns",
        "/api/v1/annotation-jobs/3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01/plots/spatial.svg?group=colour, group",
    })
    void badQueryParameterIsNamed(String uri, String name) {
        var result = http.get().uri(uri).exchange();
        isProblem(result, 422, "invalid-parameters");
        names(result, name);
    }

    @Test
    void wrongMethodNamesTheAllowedOnes() {
        var result = http.put().uri("/api/v1/datasets").exchange();
        isProblem(result, 405, "method-not-allowed");
        assertThat(result.getResponse().getHeader(HttpHeaders.ALLOW)).contains("GET", "POST");
    }

    @Test
    void unsupportedMediaTypeIsAProblem() {
        isProblem(
                http.post()
                        .uri(JOBS)
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<job/>")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void unacceptableTypeNamesWhatIsServed() {
        var result = http.get()
                .uri(JOBS + "/{id}/cells", Samples.JOB)
                .accept("application/x-hdf5")
                .exchange();
        isProblem(result, 406, "not-acceptable");
        assertThat(result).bodyText().contains("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ablations", "/ablations/3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01/cancel"})
    void unacceptableTypeIsRefusedBeforeAnAblationIsTouched(String call) {
        var result = http.post()
                .uri(JOBS + "/{id}" + call, Samples.JOB)
                .accept("text/csv")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        isProblem(result, 406, "not-acceptable");
        verifyNoInteractions(ablations);
    }

    /// A handler without one runs first and finds no way to write its answer after that.
    @Test
    void everyCallSaysWhatItServes() {
        assertThat(handlers.getHandlerMethods()).allSatisfy((mapping, method) -> {
            if (mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/v1"))) {
                assertThat(mapping.getProducesCondition().getProducibleMediaTypes())
                        .as(method.toString())
                        .isNotEmpty();
            }
        });
    }

    @Test
    void problemIsJsonWhateverTheClientAccepts() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.RUNNING));
        isProblem(
                http.get()
                        .uri(JOBS + "/{id}/cells", Samples.JOB)
                        .accept("text/csv")
                        .exchange(),
                409,
                "not-finished");
    }

    private MvcTestResult json(String uri, String body) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void names(MvcTestResult result, String field) {
        assertThat(result).bodyJson().extractingPath("$.violations[0].field").isEqualTo(field);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.violations[0].remedy")
                .asString()
                .isNotBlank();
    }

    static void isProblem(MvcTestResult result, int status, String slug) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + slug);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(result).bodyJson().extractingPath("$.title").asString().isNotBlank();
        assertThat(result).bodyJson().extractingPath("$.detail").asString().isNotBlank();
        assertThat(result).bodyJson().extractingPath("$.instance").asString().startsWith("/api/v1/");
        assertThat(result).bodyJson().extractingPath("$.violations").asArray().isNotNull();
    }
}
