package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.nanocell.pipeline.LabelRow;
import io.nanocell.results.CellRow;
import io.nanocell.results.JobState;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageImpl;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;

/// On an address that others can reach, every call but health and Swagger's static files needs the key.
@TestPropertySource(properties = {"server.address=0.0.0.0", "nanocell.api-key=0123456789abcdef0123456789abcdef"})
class ApiKeyTest extends HttpTest {

    private static final String BEARER = "Bearer 0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/datasets",
                "/api/v1/reference",
                "/api/v1/service-info",
                "/service-info",
                "/api/v1/nothing-here",
                "/actuator",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config"
            })
    void refusesCallsWithoutKey(String path) {
        var result = http.get().uri(path).exchange();
        assertThat(result)
                .hasStatus(401)
                .hasContentType("application/problem+json")
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"nanocell\"");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/unauthorised");
        verifyNoInteractions(datasets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer 0123456789abcdef0123456789abcdeX",
                "Bearer",
                "Bearer ",
                "Basic MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY6",
                "0123456789abcdef0123456789abcdef",
                "Bearer 0123456789abcdef0123456789abcdef 0123456789abcdef0123456789abcdef"
            })
    void refusesAnyOtherKey(String header) {
        assertThat(http.delete()
                        .uri("/api/v1/datasets/{id}", Samples.DATASET)
                        .header(HttpHeaders.AUTHORIZATION, header))
                .hasStatus(401)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.WWW_AUTHENTICATE,
                        values -> assertThat(values.getFirst()).contains("invalid_token"));
        verifyNoInteractions(submissions);
    }

    @Test
    void keyOpensTheService() {
        given(datasets.list(any())).willReturn(new PageImpl<>(List.of()));
        assertThat(http.get().uri("/api/v1/datasets").header(HttpHeaders.AUTHORIZATION, BEARER))
                .hasStatusOk();
        assertThat(http.get()
                        .uri("/api/v1/datasets")
                        .header(HttpHeaders.AUTHORIZATION, BEARER)
                        .header(HttpHeaders.HOST, "nanocell.lab.example"))
                .hasStatusOk(); // no rule about hosts here
    }

    @Test
    void keyIsEnoughForStreams() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED));
        given(jobs.clusters(eq(Samples.JOB), any())).willReturn(new PageImpl<>(List.of()));
        willAnswer(call -> {
                    call.<Consumer<CellRow>>getArgument(1).accept(new CellRow("a", 0, "FEW_GENES"));
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());
        assertThat(http.get()
                        .uri("/api/v1/annotation-jobs/{id}/cells", Samples.JOB)
                        .header(HttpHeaders.AUTHORIZATION, BEARER))
                .hasStatusOk()
                .hasBodyTextEqualTo("cell_id,group,color\na,NOT_ASSESSED,#BFBFBF\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-ui.css",
                "/swagger-ui/swagger-initializer.js"
            })
    void healthAndSwaggersFilesAreOpen(String path) {
        assertThat(http.get().uri(path)).hasStatusOk();
    }

    @Test
    void curatorWithAKeyIsNamedByIt() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED));
        given(datasets.get(Samples.DATASET)).willReturn(Samples.dataset());
        given(reference.labels(null, "human"))
                .willReturn(List.of(new LabelRow("NK cells", "CL:0000623", "lymphoid", List.of(), 1)));
        assertThat(http.patch()
                        .uri("/api/v1/annotation-jobs/{id}/clusters/2", Samples.JOB)
                        .header(HttpHeaders.AUTHORIZATION, BEARER)
                        .contentType("application/json")
                        .content("{\"label\": \"NK cells\"}"))
                .hasStatusOk();
        verify(jobs).curate(Samples.JOB, 2, "NK cells", "CL:0000623", null, "api-key");
    }
}
