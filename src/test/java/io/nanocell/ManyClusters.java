package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model is asked about at least twenty clusters, twice: it answers off the list never, and the same both times.
final class ManyClusters {

    private static final int CLUSTERS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Map<String, ?> FINE =
            Map.of("hsnmf", Map.of("resolution", 4.0, "minClusterSize", 20), "inference", Map.of("policy", "MODEL"));

    private ManyClusters() {}

    static void areNamedTheSameTwice(ServiceClient service) {
        Sections section = Sections.of(4_000);
        String dataset = service.upload(section.parts(), Map.of("tissue", section.tissue(), "annotate", "false"))
                .expect(201)
                .path("id")
                .asString("");
        JsonNode first = service.until(service.submit(dataset, FINE), "SUCCEEDED", LIMIT);
        JsonNode second = service.until(service.submit(dataset, FINE), "SUCCEEDED", LIMIT);

        List<JsonNode> answers = answers(service, first);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(CLUSTERS).allSatisfy(ManyClusters::isOnTheList);
        assertThat(answers(service, second).stream().map(ManyClusters::chosen))
                .isEqualTo(answers.stream().map(ManyClusters::chosen).toList());
        assertThat(second.path("resultSha256")).isEqualTo(first.path("resultSha256"));
        assertThat(first.path("provenance").path("model").path("digest").asString(""))
                .matches("[0-9a-f]{64}");
        assertThat(codes(first.path("warnings"))).doesNotContain("MODEL_UNAVAILABLE", "MODEL_UNUSABLE");
    }

    private static List<JsonNode> answers(ServiceClient service, JsonNode job) {
        return service.clusters(job.path("id").asString("")).stream()
                .filter(cluster -> !cluster.path("model").isNull())
                .toList();
    }

    private static void isOnTheList(JsonNode cluster) {
        assertThat(cluster.path("model").path("outcome").asString("")).isIn("CHOSE", "ABSTAINED");
        List<String> admissible = stream(cluster.path("candidates"))
                .map(candidate -> candidate.path("label").asString(""))
                .toList();
        assertThat(chosen(cluster)).matches(label -> label.equals("Unresolved") || admissible.contains(label));
    }

    private static String chosen(JsonNode cluster) {
        String answer = cluster.path("model").path("answer").asString("{}");
        return JsonMapper.shared().readTree(answer).path("label").asString("");
    }
}
