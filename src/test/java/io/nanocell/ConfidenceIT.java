package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.MarkerList;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// How sure the service says it is, and what it promises.
@WholeService
class ConfidenceIT {

    private static final Logger LOG = LoggerFactory.getLogger(ConfidenceIT.class);
    private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.load(null);
    private static final List<String> SHORT = List.of("HAMP", "AHSG", "SERPINC1", "F2", "ADH4", "ARG1");
    private static final int PANEL = 380;

    private final ServiceClient service;

    ConfidenceIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
    }

    @BeforeEach
    void ollamaIsDown() {
        ServiceFolders.OLLAMA.down();
    }

    @ParameterizedTest
    @CsvSource({
        "liver, HAMP AHSG SERPINC1 F2 ADH4 ARG1, CL:0000182",
        "'', IL7R CD2 CD3E TRAC CD40LG, CL:0000084",
        "blood, IL7R CD2 CD3E TRAC CD40LG, CL:0000084"
    })
    void callsShortListsThatSayEnough(String tissue, String markers, String type) {
        JsonNode cluster = annotate(request(tissue, List.of(markers.split(" ")), null))
                .path("annotations")
                .path(0);

        LOG.info("{} in \"{}\": {} {}", markers, tissue, cluster.path("label"), cluster.path("confidence"));
        assertThat(cluster.path("verdict").asString("")).as(cluster.toString()).isIn("HIGH", "MODERATE");
        assertThat(KNOWLEDGE.ontology().onOnePath(cluster.path("cellOntologyId").asString(""), type))
                .as(cluster.toString())
                .isTrue();
        assertThat(cluster.path("confidenceParts").path("posterior").asDouble(-1))
                .isBetween(0.0, 1.0);
        assertThat(cluster.path("confidenceParts").path("markerShare").asDouble(-1))
                .isBetween(0.0, 1.0);
    }

    /// Against all labels six genes are at the border of chance, which may forbid the call: that says nothing of
    /// how sure the candidate is.
    @Test
    void isSureOfAShortListWithoutATissue() {
        JsonNode first = annotate(request("", SHORT, null))
                .path("annotations")
                .path(0)
                .path("candidates")
                .path(0);

        assertThat(first.path("cellOntologyId").asString("")).isEqualTo("CL:0000182");
        assertThat(first.path("confidence").asDouble(0)).isGreaterThanOrEqualTo(0.6);
        assertThat(first.path("pValueMax").asDouble(1)).isLessThanOrEqualTo(0.06);
    }

    @Test
    void leavesRandomListsOfAPanelUnresolved() {
        List<String> genes = new ArrayList<>(KNOWLEDGE.database().genes());
        Collections.sort(genes);
        var random = new Random(20261122);
        Collections.shuffle(genes, random);
        List<String> panel = new ArrayList<>(genes.subList(0, PANEL));
        List<Map<String, Object>> lists = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(panel, random);
            lists.add(list("random-" + i, panel.subList(0, 20)));
        }

        JsonNode answer = annotate(Map.of("panel", genes.subList(0, PANEL), "clusters", lists));

        long unresolved = unresolved(answer);
        LOG.info("200 random lists of a panel: {} unresolved", unresolved);
        assertThat(unresolved).isGreaterThanOrEqualTo(190);
    }

    /// Lists that real types have, every gene of them renamed to another known one: the shape of the lists and how
    /// often genes stand in them stay as they are, and nothing else.
    @Test
    void leavesListsWithShuffledNamesUnresolved() {
        List<String> names = new ArrayList<>(KNOWLEDGE.database().genes()); // sorted
        List<String> others = new ArrayList<>(names);
        var random = new Random(20261127);
        Collections.shuffle(others, random);
        Map<String, String> renamed = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            renamed.put(names.get(i), others.get(i));
        }
        List<MarkerList> known = new ArrayList<>(KNOWLEDGE.database().lists().stream()
                .filter(list -> list.weights().size() >= 10)
                .toList());
        Collections.shuffle(known, random);
        List<Map<String, Object>> real = new ArrayList<>();
        List<Map<String, Object>> shuffled = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<String> genes = known.get(i).weights().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(10)
                    .map(Map.Entry::getKey)
                    .toList();
            real.add(list("real-" + i, genes));
            shuffled.add(list("shuffled-" + i, genes.stream().map(renamed::get).toList()));
        }

        long unresolved = unresolved(annotate(Map.of("clusters", shuffled)));
        LOG.info("200 lists with shuffled names: {} unresolved", unresolved);
        assertThat(unresolved).isGreaterThanOrEqualTo(190);
        assertThat(unresolved(annotate(Map.of("clusters", real)))).isLessThan(60); // else nothing is ever called
    }

    private static long unresolved(JsonNode answer) {
        return stream(answer.path("annotations"))
                .filter(a -> a.path("verdict").asString("").equals("UNRESOLVED"))
                .count();
    }

    @Test
    void promisesAnErrorRateAndSaysWhatItRestsOn() {
        JsonNode free = annotate(request("liver", SHORT, null));
        JsonNode strict = annotate(request("liver", SHORT, Map.of("maxErrorRate", 0.01)));
        JsonNode loose = annotate(request("liver", SHORT, Map.of("maxErrorRate", 0.4)));

        assertThat(codes(free.path("warnings"))).doesNotContain("ERROR_RATE_PROMISED");
        assertThat(codes(loose.path("warnings"))).contains("ERROR_RATE_PROMISED");
        assertThat(codes(strict.path("warnings"))).containsAnyOf("ERROR_RATE_PROMISED", "ERROR_RATE_OUT_OF_REACH");
        assertThat(strict.path("annotations").path(0).path("verdict").asString(""))
                .isEqualTo("UNRESOLVED");
        assertThat(loose.path("annotations").path(0).path("verdict"))
                .isEqualTo(free.path("annotations").path(0).path("verdict"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, 0.51, -0.1})
    void refusesAnErrorRateThatNobodyCanPromise(double rate) {
        JsonNode problem = service.post("/marker-annotations", request("liver", SHORT, Map.of("maxErrorRate", rate)))
                .problem(422, "invalid-parameters");

        assertThat(problem.path("violations").path(0).path("field").asString(""))
                .isEqualTo("parameters.confidence.maxErrorRate");
    }

    private JsonNode annotate(Map<String, ?> request) {
        return service.post("/marker-annotations", request).expect(200);
    }

    private static Map<String, Object> request(
            String tissue, List<String> markers, @Nullable Map<String, Object> confidence) {
        Map<String, Object> request = new LinkedHashMap<>();
        if (!tissue.isEmpty()) {
            request.put("tissue", tissue);
        }
        if (confidence != null) {
            request.put("parameters", Map.of("confidence", confidence));
        }
        request.put("clusters", List.of(list("c", markers)));
        return request;
    }

    private static Map<String, Object> list(String id, List<String> markers) {
        return Map.of("id", id, "markers", List.copyOf(markers));
    }
}
