package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static io.nanocell.testing.ServiceClient.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.testing.MouseSection;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Mice are named by the orthologs of their genes, never surely, and say so.
@WholeService
class MouseIT {

    private static final String WARNING = "MOUSE_BY_ORTHOLOGY";

    private final ServiceClient service;

    MouseIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
    }

    @BeforeEach
    void ollamaIsDown() {
        ServiceFolders.OLLAMA.down();
    }

    @ParameterizedTest
    @CsvSource({
        "liver, Alb Apoa1 Ttr Serpina1c Ahsg Fgb Apoh Hamp, CL:0000182",
        "spleen, Cd79a Cd79b Ms4a1 Cd19 Bank1 Pax5, CL:0000236",
        "blood, Cd3d Cd3e Cd3g Cd2 Trac Il7r Cd5, CL:0000084",
        "brain, Gfap Aqp4 Slc1a3 Aldoc Gja1 Slc1a2 Atp1b2, CL:0000127"
    })
    void namesMarkerLists(String tissue, String markers, String type) {
        JsonNode answer = annotate("mouse", tissue, markers);

        JsonNode cluster = answer.path("annotations").path(0);
        assertThat(cluster.path("cellOntologyId").asString(""))
                .as(cluster.toString())
                .isEqualTo(type);
        assertThat(cluster.path("verdict").asString("")).isEqualTo("MODERATE");
        assertThat(cluster.path("confidence").asDouble()).isLessThan(0.8);
        assertThat(texts(cluster.path("reasons"))).contains(WARNING);
        assertThat(codes(answer.path("warnings"))).contains(WARNING);
        assertThat(texts(cluster.path("candidates").path(0).path("supporting")))
                .isNotEmpty()
                .isSubsetOf(markers.split(" "));
    }

    @Test
    void aGeneWithoutOrthologIsUnknown() {
        JsonNode cluster = annotate("mouse", "blood", "Gm12345 GNLY CD1A CD1B CEACAM6 CXCL8")
                .path("annotations")
                .path(0);

        assertThat(cluster.path("verdict").asString("")).isEqualTo("UNRESOLVED");
        assertThat(cluster.path("candidates").size()).as(cluster.toString()).isZero();
    }

    @Test
    void aHumanListSaysNothingOfMice() {
        JsonNode answer = annotate("human", "blood", "CD3D CD3E CD3G CD2 TRAC IL7R CD5");

        assertThat(codes(answer.path("warnings"))).doesNotContain(WARNING);
        assertThat(texts(answer.path("annotations").path(0).path("reasons"))).doesNotContain(WARNING);
    }

    @Test
    void aSectionGoesTheWholeStreet() {
        Sections human = Sections.of(2_000);
        List<JsonNode> ofHuman =
                service.clusters(job(human.parts(), human.tissue()).path("id").asString(""));
        JsonNode job = job(MouseSection.of(human), human.tissue());
        List<JsonNode> ofMouse = service.clusters(job.path("id").asString(""));

        assertThat(codes(job.path("warnings"))).contains(WARNING).doesNotContain("UNSUPPORTED_SPECIES");
        assertThat(ofMouse).hasSameSizeAs(ofHuman);
        int same = 0;
        for (int c = 0; c < ofMouse.size(); c++) {
            assertThat(ofMouse.get(c).path("verdict").asString("")).isNotEqualTo("HIGH");
            assertThat(ofMouse.get(c).path("cells").asInt())
                    .isEqualTo(ofHuman.get(c).path("cells").asInt());
            boolean equal = ofMouse.get(c).path("label").equals(ofHuman.get(c).path("label"));
            same += equal ? 1 : 0;
        }
        assertThat(same).as(ofMouse + " instead of " + ofHuman).isGreaterThanOrEqualTo(ofMouse.size() - 1);
        JsonNode detail = service.get("/annotation-jobs/%s/clusters/1"
                        .formatted(job.path("id").asString("")))
                .expect(200);
        assertThat(stream(detail.path("markers")).map(m -> m.path("gene").asString("")))
                .as("mouse symbols")
                .anyMatch(gene -> !gene.equals(gene.toUpperCase(Locale.ROOT)));
        String dataset = job.path("datasetId").asString("");
        assertThat(stream(service.get("/datasets/%s/panel-adequacy".formatted(dataset))
                                .expect(200)
                                .path("content"))
                        .map(row -> row.path("status").asString("")))
                .contains("CALLABLE");
    }

    private JsonNode job(Map<String, Path> parts, String tissue) {
        JsonNode dataset = service.upload(parts, Map.of("tissue", tissue)).expect(201);
        return service.succeeded(dataset.path("annotationJob").path("id").asString(""));
    }

    private JsonNode annotate(String species, String tissue, String markers) {
        List<Map<String, String>> genes = List.of(markers.split(" ")).stream()
                .map(gene -> Map.of("gene", gene))
                .toList();
        return service.post(
                        "/marker-annotations",
                        Map.of(
                                "species",
                                species,
                                "tissue",
                                tissue,
                                "clusters",
                                List.of(Map.of("id", "c", "markers", genes))))
                .expect(200);
    }
}
