package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import io.nanocell.api.crate.RoCrate;
import io.nanocell.pipeline.EvaluationAnswer;
import io.nanocell.pipeline.GeneFacts;
import io.nanocell.pipeline.LiftAnswer;
import io.nanocell.pipeline.MarkerAnnotationAnswer;
import io.nanocell.pipeline.MarkerSetsAnswer;
import io.nanocell.pipeline.ReferenceStatus;
import io.nanocell.results.AblationView;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.DatasetView;
import io.nanocell.results.JobView;
import io.nanocell.results.Provenance;
import io.nanocell.results.ReannotationView;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The documentation is complete and true: every call says what it does, shows what goes in and out, and tells its
/// errors.
class OpenApiTest extends HttpTest {

    private record Call(String name, JsonNode operation) {}

    @Autowired
    private ApiJson json;

    private JsonNode api;
    private List<Call> calls;

    @BeforeEach
    void read() throws UnsupportedEncodingException {
        var result = http.get().uri("/v3/api-docs").exchange();
        assertThat(result).hasStatusOk();
        api = json.mapper().readTree(result.getResponse().getContentAsString());
        calls = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                calls.add(new Call(operation.getKey() + " " + path.getKey(), operation.getValue()))));
    }

    @Test
    void isOpenApi31OfEveryCall() {
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(calls.stream().map(Call::name))
                .contains(
                        "post /api/v1/datasets",
                        "get /api/v1/datasets",
                        "get /api/v1/datasets/{id}",
                        "delete /api/v1/datasets/{id}",
                        "get /api/v1/datasets/{id}/panel-adequacy",
                        "post /api/v1/annotation-jobs",
                        "get /api/v1/annotation-jobs",
                        "get /api/v1/annotation-jobs/{id}",
                        "post /api/v1/annotation-jobs/{id}/cancel",
                        "post /api/v1/annotation-jobs/{id}/retry",
                        "get /api/v1/annotation-jobs/{id}/clusters",
                        "get /api/v1/annotation-jobs/{id}/clusters/{number}",
                        "patch /api/v1/annotation-jobs/{id}/clusters/{number}",
                        "post /api/v1/annotation-jobs/{id}/clusters/{number}/reannotate",
                        "get /api/v1/annotation-jobs/{id}/clusters/{number}/reannotations",
                        "get /api/v1/annotation-jobs/{id}/clusters/{number}/reannotations/{reannotationId}",
                        "get /api/v1/annotation-jobs/{id}/cells",
                        "get /api/v1/annotation-jobs/{id}/provenance",
                        "get /api/v1/annotation-jobs/{id}/lift",
                        "post /api/v1/annotation-jobs/{id}/lift",
                        "post /api/v1/annotation-jobs/{id}/ablations",
                        "get /api/v1/annotation-jobs/{id}/ablations",
                        "get /api/v1/annotation-jobs/{id}/ablations/{ablationId}",
                        "post /api/v1/annotation-jobs/{id}/ablations/{ablationId}/cancel",
                        "post /api/v1/marker-annotations",
                        "post /api/v1/evaluations",
                        "post /api/v1/reference/marker-sets",
                        "get /api/v1/annotation-jobs/{id}/plots/confidence.svg",
                        "get /api/v1/annotation-jobs/{id}/plots/spatial.svg",
                        "get /api/v1/annotation-jobs/{id}/plots/dotplot.svg",
                        "get /api/v1/annotation-jobs/{id}/plots/composition.svg",
                        "get /api/v1/annotation-jobs/{id}/report",
                        "get /api/v1/reference",
                        "get /api/v1/reference/labels",
                        "get /api/v1/reference/genes/{symbol}",
                        "get /api/v1/service-info")
                .allMatch(name -> name.contains(" /api/v1/") || name.endsWith(" /service-info"));
    }

    @Test
    void everyCallSaysWhatItDoes() {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.operation().path("summary").asString("")).isNotBlank();
            assertThat(call.operation().path("description").asString("")).isNotBlank();
            assertThat(call.operation().path("tags")).hasSize(1);
            assertThat(call.operation().path("parameters"))
                    .allSatisfy(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .isNotBlank());
        });
    }

    @Test
    void noJsonBodyTakesMembersThatItDoesNotKnow() {
        String schemas = "#/components/schemas/";
        List<String> bodies = calls.stream()
                .map(call -> call.operation()
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString(""))
                .filter(ref -> !ref.isEmpty())
                .toList();
        assertThat(bodies).hasSizeGreaterThan(6).allSatisfy(ref -> {
            JsonNode allowed =
                    api.at("/components/schemas/" + ref.substring(schemas.length()) + "/additionalProperties");
            assertThat(allowed.isBoolean() && !allowed.asBoolean()).isTrue();
        });
    }

    @Test
    void aFigureIsAskedForOrNot() {
        assertThat(calls)
                .filteredOn(call -> call.name().equals("post /api/v1/evaluations"))
                .flatMap(call -> List.copyOf(call.operation().path("parameters").values()))
                .filteredOn(parameter -> parameter.path("name").asString("").equals("figure"))
                .singleElement()
                .matches(parameter -> !parameter.path("required").asBoolean(false));
    }

    @Test
    void everyBodyAndEveryAnswerHasAnExample() {
        assertThat(calls).allSatisfy(call -> {
            call.operation().path("requestBody").path("content").properties().forEach(media -> {
                if (!media.getKey().startsWith("multipart/")) {
                    assertThat(media.getValue().has("example"))
                            .as(media.getKey())
                            .isTrue();
                }
            });
            call.operation()
                    .path("responses")
                    .properties()
                    .forEach(response -> response.getValue()
                            .path("content")
                            .properties()
                            .forEach(media -> {
                                boolean binary = media.getValue()
                                        .at("/schema/format")
                                        .asString("")
                                        .equals("binary");
                                assertThat(binary || media.getValue().has("example"))
                                        .as(response.getKey() + " " + media.getKey())
                                        .isTrue();
                            }));
        });
    }

    @Test
    void everyCallTellsItsErrorsAsProblems() {
        assertThat(calls).allSatisfy(call -> {
            var responses = call.operation().path("responses");
            assertThat(responses.properties()).extracting(e -> e.getKey()).contains("401", "403", "422", "500");
            if (call.name().contains("{id}")) {
                assertThat(responses.properties()).extracting(e -> e.getKey()).contains("400", "404");
            }
            responses.properties().stream()
                    .filter(e -> e.getKey().compareTo("400") >= 0)
                    .forEach(e -> assertThat(e.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .isEqualTo("#/components/schemas/ProblemDetail"));
        });
        assertThat(api.at("/components/schemas/ProblemDetail/properties").properties())
                .extracting(e -> e.getKey())
                .contains("type", "title", "status", "detail", "instance", "violations");
    }

    @Test
    void uploadDocumentsItsParts() {
        var content = api.at("/paths/~1api~1v1~1datasets/post/requestBody/content");
        assertThat(content.properties())
                .extracting(e -> e.getKey())
                .containsExactlyInAnyOrder("multipart/form-data", "application/json");
        assertThat(api.at("/components/schemas/DatasetUpload/properties").properties())
                .extracting(e -> e.getKey())
                .contains("bundle", "matrix", "cells", "experiment", "panel", "clusters", "name", "parameters");
        assertThat(api.at("/components/schemas/DatasetUpload/properties/bundle/format")
                        .asString())
                .isEqualTo("binary");
    }

    @Test
    void aCrateIsDocumentedAsAListOfEntities() {
        assertThat(api.at("/components/schemas/RoCrate/properties/@graph/items/type")
                        .asString())
                .isEqualTo("object");
    }

    @Test
    void nullableMembersSaySo() {
        var dataset = api.at("/components/schemas/DatasetView");
        assertThat(dataset.path("required").valueStream().map(JsonNode::asString))
                .contains("id", "species")
                .doesNotContain("tissue", "annotationJob");
        assertThat(dataset.at("/properties/tissue/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(dataset.at("/properties/annotationJob/anyOf").toString()).contains("null", "JobLink");
        assertThat(api.at("/components/schemas/MarkerListRequest/properties/markers/items/anyOf"))
                .hasSize(2);
    }

    @Test
    void requestExampleIsAccepted() throws Exception {
        given(markerAnnotations.annotate(any()))
                .willReturn(new MarkerAnnotationAnswer(
                        List.of(), List.of(), new Provenance("1", List.of(), null, List.of(), List.of())));
        given(submissions.importFolder(any(), any())).willReturn(Samples.dataset());
        accepted("annotateMarkers", "/api/v1/marker-annotations", 200);
        given(evaluations.evaluate(any()))
                .willReturn(json.mapper()
                        .readValue(
                                Files.readString(Path.of("src/main/resources/openapi/evaluate.response.json")),
                                EvaluationAnswer.class));
        accepted("evaluate", "/api/v1/evaluations", 200);
        accepted("createDataset", "/api/v1/datasets", 201);
        given(reannotations.submit(any(), anyInt(), any())).willReturn(Samples.reannotation());
        accepted("reannotateCluster", "/api/v1/annotation-jobs/%s/clusters/1/reannotate".formatted(Samples.JOB), 202);
    }

    private void accepted(String operation, String uri, int status) throws IOException {
        assertThat(http.post()
                        .uri(uri)
                        .contentType("application/json")
                        .content(
                                Files.readString(Path.of("src/main/resources/openapi/" + operation + ".request.json"))))
                .hasStatus(status);
    }

    /// An example that lost a member, or has one too many, is wrong.
    @Test
    void answerExamplesAreWhatIsAnswered() throws Exception {
        for (var example : Map.<String, Class<?>>ofEntries(
                        Map.entry("evaluate", EvaluationAnswer.class),
                        Map.entry("readMarkerSets", MarkerSetsAnswer.class),
                        Map.entry("getDataset", DatasetView.class),
                        Map.entry("getJob", JobView.class),
                        Map.entry("submitJob", JobView.class),
                        Map.entry("cancelJob", JobView.class),
                        Map.entry("getCluster", ClusterDetail.class),
                        Map.entry("curateCluster", ClusterDetail.class),
                        Map.entry("reannotateCluster", ReannotationView.class),
                        Map.entry("getReannotation", ReannotationView.class),
                        Map.entry("getProvenance", RoCrate.class),
                        Map.entry("getLift", LiftAnswer.class),
                        Map.entry("scoreLift", LiftAnswer.class),
                        Map.entry("submitAblation", AblationView.class),
                        Map.entry("getAblation", AblationView.class),
                        Map.entry("cancelAblation", AblationView.class),
                        Map.entry("annotateMarkers", MarkerAnnotationAnswer.class),
                        Map.entry("getReference", ReferenceStatus.class),
                        Map.entry("getGene", GeneFacts.class),
                        Map.entry("getServiceInfo", ServiceInfo.class))
                .entrySet()) {
            String text =
                    Files.readString(Path.of("src/main/resources/openapi/" + example.getKey() + ".response.json"));
            Object value = json.mapper().readValue(text, example.getValue());
            assertThat(json.mapper().valueToTree(value).toString())
                    .as(example.getKey())
                    .isEqualTo(json.mapper().readTree(text).toString());
        }
    }

    @Test
    void swaggerUiStartsWithOurScript() {
        assertThat(http.get().uri("/swagger-ui.html")).hasStatus3xxRedirection();
        assertThat(http.get().uri("/")).hasStatus3xxRedirection();
        assertThat(http.get().uri("/swagger-ui/index.html")).hasStatusOk();
        assertThat(http.get().uri("/swagger-ui/swagger-initializer.js"))
                .hasStatusOk()
                .bodyText()
                .contains("../v3/api-docs", "API key");
    }
}
