package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.nanocell.pipeline.GeneFacts;
import io.nanocell.pipeline.LabelRow;
import io.nanocell.pipeline.MarkerAnnotationAnswer;
import io.nanocell.pipeline.MarkerAnnotationRequest;
import io.nanocell.pipeline.MarkerGeneRequest;
import io.nanocell.pipeline.ReferenceStatus;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.Notice;
import io.nanocell.results.Provenance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MarkersAndReferenceTest extends HttpTest {

    @Test
    void markersAreObjectsOrBareNames() {
        given(markerAnnotations.annotate(any()))
                .willReturn(new MarkerAnnotationAnswer(
                        List.of(), List.of(), new Provenance("1", List.of(), null, List.of(), List.of())));
        assertThat(annotate("""
                {"tissue": "liver", "clusters": [{"id": "0", "markers": ["ALB", {"gene": "APOA1", "pctIn": 0.9}]}]}""")).hasStatusOk();
        var request = ArgumentCaptor.forClass(MarkerAnnotationRequest.class);
        verify(markerAnnotations).annotate(request.capture());
        assertThat(request.getValue().clusters().getFirst().markers())
                .containsExactly(
                        new MarkerGeneRequest("ALB", null, null, null, null),
                        new MarkerGeneRequest("APOA1", null, 0.9, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                      | clusters",
                "{\"clusters\": []}                                      | clusters",
                "{\"clusters\": [null]}                                  | clusters[0]",
                "{\"clusters\": [{\"markers\": [\"A\"]}]}                | clusters[0].id",
                "{\"clusters\": [{\"id\": \"a\"}]}                       | clusters[0].markers",
                "{\"clusters\": [{\"id\": 0, \"markers\": []}]}          | clusters[0].id",
                "{\"clusters\": [{\"id\": \"a\", \"markers\": [null]}]}  | clusters[0].markers[0]",
                "{\"clusters\": [{\"id\": \"a\", \"markers\": [{}]}]}    | clusters[0].markers[0]",
                "{\"clusters\": [{\"id\": \"a\", \"markers\": [7]}]}     | clusters[0].markers[0]",
                "{\"clusters\": [{\"id\": \"a\", \"markers\": [{\"gene\": \"A\", \"logFC\": 1}]}]} | clusters[0].markers[0].logFC",
                "{\"clusters\": [{\"id\": \"a\", \"markers\": [{\"gene\": \"A\", \"pctIn\": \"1\"}]}]} | clusters[0].markers[0].pctIn",
                "{\"panel\": [\"A\", null], \"clusters\": [{\"id\": \"a\", \"markers\": []}]} | panel[1]",
            })
    void badMarkerListIsNamed(String body, String field) {
        var result = annotate(body);
        ErrorsTest.isProblem(result, 422, "invalid-parameters");
        assertThat(result).bodyJson().extractingPath("$.violations[0].field").isEqualTo(field);
    }

    @Test
    void referenceTellsItsSourcesAndWarnings() {
        given(reference.status())
                .willReturn(
                        new ReferenceStatus(List.of(), List.of(), List.of(new Notice("CORE_REFERENCE_ONLY", "small"))));
        assertThat(http.get().uri("/api/v1/reference"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.warnings[0].code")
                .isEqualTo("CORE_REFERENCE_ONLY");
    }

    @Test
    void labelsAreAListAsEverywhere() {
        given(reference.labels("liver", "human"))
                .willReturn(List.of(new LabelRow("Hepatocytes", "CL:0000182", "hepatic", List.of("liver"), 30)));
        assertThat(http.get().uri("/api/v1/reference/labels?tissue=liver&species=human"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content[0].label")
                .isEqualTo("Hepatocytes");
    }

    @Test
    void unknownGeneIsNotFound() {
        given(reference.gene("NOPE", null)).willThrow(new NotFoundException("No source knows NOPE"));
        given(reference.gene("HLA-A", null)).willReturn(new GeneFacts("HLA-A", List.of(), List.of(), List.of()));
        ErrorsTest.isProblem(http.get().uri("/api/v1/reference/genes/NOPE").exchange(), 404, "not-found");
        assertThat(http.get().uri("/api/v1/reference/genes/HLA-A")).hasStatusOk();
    }

    @Test
    void serviceInfoIsThatOfGa4gh() {
        for (String path : List.of("/api/v1/service-info", "/service-info")) {
            assertThat(http.get().uri(path))
                    .hasStatusOk()
                    .bodyJson()
                    .hasPathSatisfying("$.id", id -> assertThat(id).isNotNull())
                    .hasPathSatisfying(
                            "$.type.artifact", artifact -> assertThat(artifact).isNotNull())
                    .hasPathSatisfying(
                            "$.organization.url", url -> assertThat(url).isNotNull())
                    .hasPathSatisfying(
                            "$.version", version -> assertThat(version).isNotNull());
        }
    }

    private MvcTestResult annotate(String body) {
        return http.post()
                .uri("/api/v1/marker-annotations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
