package io.nanocell;

import static io.nanocell.testing.ServiceClient.codes;
import static io.nanocell.testing.ServiceClient.stream;
import static io.nanocell.testing.ServiceClient.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Real sections, where they lie beside the project.
@WholeService
class BoneMarrowIT {

    private static final Logger LOG = LoggerFactory.getLogger(BoneMarrowIT.class);
    private static final Path SAMPLES = Path.of("..", "shared", "samples");

    private final ServiceClient service;

    BoneMarrowIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
    }

    @BeforeEach
    void ollamaIsDown() {
        assumeTrue(Files.isDirectory(SAMPLES), "no folder ../shared/samples beside the project");
        ServiceFolders.OLLAMA.down();
    }

    @Test
    void annotatesARealSectionOfBoneMarrow() {
        Path folder = SAMPLES.resolve("xenium-human-bone-marrow");
        long start = System.nanoTime();
        JsonNode dataset = service.upload(
                        Map.of(
                                "matrix", folder.resolve("cell_feature_matrix.h5"),
                                "cells", folder.resolve("cells.csv.gz")),
                        Map.of("tissue", "bone marrow"))
                .expect(201);
        LOG.info("Upload and check took {} ms", (System.nanoTime() - start) / 1_000_000);
        assertThat(dataset.path("cells").asInt()).isEqualTo(84_518);
        assertThat(dataset.path("genes").asInt()).isEqualTo(477);
        assertThat(dataset.path("controlFeatures").asInt()).isEqualTo(64);
        assertThat(dataset.path("quality").path("emptyCells").asInt()).isEqualTo(5_619);
        assertThat(codes(dataset.path("warnings"))).contains("MOST_CELLS_FILTERED");

        JsonNode job =
                service.succeeded(dataset.path("annotationJob").path("id").asString(""));

        LOG.info("Upload to result took {} ms: {}", (System.nanoTime() - start) / 1_000_000, job.path("timings"));
        assertThat(job.path("quality").path("cellsIn").asInt()).isEqualTo(84_518);
        assertThat(job.path("quality").path("cellsKept").asInt()).isEqualTo(30_833);
        assertThat(codes(job.path("warnings"))).contains("MOST_CELLS_FILTERED");
        List<JsonNode> clusters = service.clusters(job.path("id").asString(""));
        for (JsonNode c : clusters) {
            LOG.info(
                    "{} {} cells: {} {} {} {} | {} | {} | {} terms, {} programs",
                    c.path("name").asString(""),
                    c.path("cells"),
                    c.path("label"),
                    c.path("verdict").asString(""),
                    c.path("confidence"),
                    texts(c.path("reasons")),
                    texts(c.path("topMarkers")),
                    stream(c.path("runnerUps"))
                            .map(r -> r.path("label").asString(""))
                            .toList(),
                    c.path("terms").size(),
                    c.path("programs").size());
        }
        assertThat(clusters).hasSizeBetween(3, 25);
        assertThat(clusters.stream().mapToInt(c -> c.path("cells").asInt()).sum())
                .isLessThanOrEqualTo(30_833);
    }

    @Test
    void keepsSixCellsButAnnotatesThemNot() {
        Path folder = SAMPLES.resolve("xenium-six-cells");
        Map<String, Path> parts = new LinkedHashMap<>();
        parts.put("matrix", folder.resolve("cell_feature_matrix.h5"));
        parts.put("cells", folder.resolve("cells.csv.gz"));
        parts.put("experiment", folder.resolve("experiment.xenium"));
        parts.put("panel", folder.resolve("gene_panel.first2targets.json"));

        JsonNode dataset = service.upload(parts, Map.of()).expect(201);

        LOG.info("Six cells: {}", dataset);
        assertThat(dataset.path("cells").asInt()).isEqualTo(6);
        assertThat(dataset.path("annotationJob").isNull()).isTrue();
        assertThat(codes(dataset.path("warnings"))).containsAnyOf("PANEL_MISMATCH", "SPECIES_MISMATCH");
        var refusal = service.post("/annotation-jobs", Map.of("datasetId", dataset.path("id")));
        assertThat(codes(dataset.path("warnings")))
                .contains(slug(refusal.expect(422)).toUpperCase(Locale.ROOT).replace('-', '_'));
        refusal.problem(422, "too-few-cells");
    }

    private static String slug(JsonNode problem) {
        return problem.path("type").asString("").replaceFirst(".*/", "");
    }
}
