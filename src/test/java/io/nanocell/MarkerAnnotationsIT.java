package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Clusters made elsewhere are named from their marker lists, or not named.
@WholeService
class MarkerAnnotationsIT {

    private static final Logger LOG = LoggerFactory.getLogger(MarkerAnnotationsIT.class);
    private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.load(null);
    private static final List<String> HEPATOCYTE =
            List.of("HAMP", "AHSG", "SERPINC1", "F2", "ADH4", "ARG1", "ALB", "APOA1", "TTR", "CYP3A4");
    private static final List<String> T_CELL =
            List.of("CD3D", "CD3E", "CD3G", "CD2", "TRAC", "IL7R", "CD5", "CD7", "TRBC1", "LCK");

    private final ServiceClient service;

    MarkerAnnotationsIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
    }

    @BeforeEach
    void ollamaIsDown() {
        ServiceFolders.OLLAMA.down();
    }

    @ParameterizedTest
    @CsvSource({
        "liver, HAMP AHSG SERPINC1 F2 ADH4 ARG1 ALB APOA1 TTR CYP3A4, CL:0000182",
        "blood, IL7R CD2 CD3E TRAC CD40LG, CL:0000084",
        "blood, MS4A1 CD79A CD79B BANK1 CD19, CL:0000236",
        "lung, PECAM1 VWF CLDN5 CDH5 PLVAP, CL:0000115"
    })
    void namesBareListsOfATissue(String tissue, String markers, String type) {
        JsonNode cluster = annotate(Map.of("tissue", tissue, "clusters", List.of(list("c", split(markers)))))
                .path("annotations")
                .path(0);
        LOG.info(
                "{} in {}: {} {} {}",
                markers,
                tissue,
                cluster.path("label"),
                cluster.path("verdict"),
                cluster.path("confidence"));
        assertThat(cluster.path("verdict").asString("")).as(cluster.toString()).isIn("HIGH", "MODERATE");
        assertThat(onOnePath(cluster.path("cellOntologyId"), type))
                .as(cluster.toString())
                .isTrue();
    }

    /// With the labels of all tissues competing a short list may be too little, but never a wrong name.
    @ParameterizedTest
    @CsvSource({
        "HAMP AHSG SERPINC1 F2 ADH4 ARG1, CL:0000182",
        "IL7R CD2 CD3E TRAC CD40LG, CL:0000084",
        "MS4A1 CD79A CD79B BANK1 CD19, CL:0000236",
        "PECAM1 VWF CLDN5 CDH5 PLVAP, CL:0000115"
    })
    void putsTheRightTypeFirstWhereNoTissueIsGiven(String markers, String type) {
        JsonNode answer = annotate(Map.of("clusters", List.of(list("c", split(markers)))));
        JsonNode cluster = answer.path("annotations").path(0);
        LOG.info("{}: {} {} {}", markers, cluster.path("label"), cluster.path("verdict"), cluster.path("confidence"));
        assertThat(onOnePath(cluster.path("candidates").path(0).path("cellOntologyId"), type))
                .as(cluster.toString())
                .isTrue();
        assertThat(cluster.path("cellOntologyId").isNull() || onOnePath(cluster.path("cellOntologyId"), type))
                .as(cluster.toString())
                .isTrue();
        assertThat(codes(answer.path("warnings"))).contains("CORE_REFERENCE_ONLY", "NO_TISSUE", "NO_PANEL");
    }

    @Test
    void namesTwentyListsAtOnceAndKeepsTheirOrder() {
        List<Map<String, Object>> lists = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lists.add(list("c" + i, i % 2 == 0 ? HEPATOCYTE : T_CELL));
        }
        long start = System.nanoTime();
        JsonNode answer = annotate(Map.of("tissue", "liver", "clusters", lists));
        LOG.info("20 lists took {} ms", (System.nanoTime() - start) / 1_000_000);
        assertThat(stream(answer.path("annotations")).map(a -> a.path("id").asString("")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "c" + i).toList());
    }

    @Test
    void twoLineagesInOneListAreNoSingleType() {
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            mixed.add(T_CELL.get(i));
            mixed.add(HEPATOCYTE.get(i));
        }
        List<String> sorted = new ArrayList<>(HEPATOCYTE);
        sorted.addAll(T_CELL);
        JsonNode answer = annotate(Map.of("clusters", List.of(list("mixed", mixed), list("sorted", sorted))));
        assertThat(stream(answer.path("annotations")))
                .allSatisfy(a -> assertThat(a.path("verdict").asString(""))
                        .as(a.toString())
                        .isIn("HETEROGENEOUS", "UNRESOLVED"));
    }

    @Test
    void randomListsAreLeftUnresolved() {
        for (List<String> universe : List.of(
                new ArrayList<>(KNOWLEDGE.symbols().all()),
                new ArrayList<>(KNOWLEDGE.database().genes()))) {
            Collections.sort(universe);
            var random = new Random(20261122);
            List<Map<String, Object>> lists = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Collections.shuffle(universe, random);
                lists.add(list("random-" + i, universe.subList(0, 20)));
            }
            Map<String, Long> verdicts = stream(
                            annotate(Map.of("clusters", lists)).path("annotations"))
                    .collect(Collectors.groupingBy(a -> a.path("verdict").asString(""), Collectors.counting()));
            LOG.info("200 random lists of {} genes: {}", universe.size(), verdicts);
            assertThat(verdicts.getOrDefault("UNRESOLVED", 0L)).isGreaterThanOrEqualTo(190);
        }
    }

    @Test
    void aPanelBringsFunctions() {
        List<String> panel = new ArrayList<>(HEPATOCYTE);
        panel.addAll(T_CELL);
        KNOWLEDGE.database().genes().stream().sorted().limit(300).forEach(panel::add);
        JsonNode answer = annotate(Map.of("tissue", "liver", "panel", panel, "clusters", List.of(list("t", T_CELL))));
        assertThat(codes(answer.path("warnings"))).doesNotContain("NO_PANEL", "NO_TISSUE");
        JsonNode cluster = answer.path("annotations").path(0);
        assertThat(cluster.path("terms").size()).as(cluster.toString()).isPositive();
    }

    @Test
    void refusesWhatItCannotName() {
        var lists = List.of(list("a", HEPATOCYTE));
        service.post("/marker-annotations", Map.of("species", "zebrafish", "clusters", lists))
                .problem(422, "unsupported-species");
        JsonNode tissue = service.post("/marker-annotations", Map.of("tissue", "atlantis", "clusters", lists))
                .problem(422, "invalid-parameters");
        assertThat(tissue.path("violations").path(0).path("remedy").asString(""))
                .contains("liver", "lung", "kidney");
        JsonNode field = service.post("/marker-annotations", Map.of("tisue", "liver", "clusters", lists))
                .problem(422, "invalid-parameters");
        assertThat(field.path("violations").path(0).path("field").asString("")).isEqualTo("tisue");
        service.post("/marker-annotations", Map.of("clusters", List.of())).problem(422, "invalid-parameters");
    }

    private JsonNode annotate(Map<String, ?> request) {
        return service.post("/marker-annotations", request).expect(200);
    }

    private static List<String> split(String markers) {
        return List.of(markers.split(" "));
    }

    private static boolean onOnePath(JsonNode id, String type) {
        return !id.asString("").isEmpty() && KNOWLEDGE.ontology().onOnePath(id.asString(""), type);
    }

    private static Map<String, Object> list(String id, List<String> markers) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("id", id);
        list.put("markers", List.copyOf(markers));
        return list;
    }
}
