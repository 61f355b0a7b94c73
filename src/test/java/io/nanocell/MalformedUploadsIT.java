package io.nanocell;

import static io.nanocell.testing.ServiceClient.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.ingest.BundleFixture;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// An upload that does not hold is refused with what is wrong and leaves nothing: no row, no file.
@WholeService
class MalformedUploadsIT {

    private final ServiceClient service;

    @TempDir
    Path folder;

    MalformedUploadsIT(@LocalServerPort int port) {
        service = new ServiceClient(port);
    }

    static List<Arguments> brokenMatricesAndTables() {
        return List.of(
                broken("matrix/indptr", b -> b.indptr = new long[] {0, 2, 4}),
                broken("matrix/shape", b -> b.shape = new int[] {3}),
                broken("matrix/shape", b -> b.shape = new int[] {0, 3}),
                broken("matrix/data", b -> b.data = new int[] {1, 2, -3, 4}),
                broken("matrix/data", b -> b.data = new double[] {1, 2, 3, Double.NaN}),
                broken("matrix/indices", b -> b.indices = new long[] {0, 1, 3, 0}),
                broken("matrix/barcodes", b -> b.barcodes = new String[] {"a-1", "a-1", "c-1"}),
                broken("x_centroid", b -> b.cells = b.cells.replace("b-1,3", "b-1,NaN")),
                broken("y_centroid", b -> b.cells = b.cells.replace("5,6", "5,1e999")),
                broken("cell_id (more than once)", b -> b.cells += "a-1,7,8\n"),
                broken("cell_id (in the matrix, not in the table)", b -> b.cells = b.cells.replace("c-1,5,6\n", "")));
    }

    private static Arguments broken(String field, Consumer<BundleFixture> breaking) {
        return Arguments.of(field, breaking);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenMatricesAndTables")
    void namesTheFieldThatDoesNotHold(String field, Consumer<BundleFixture> breaking) throws IOException {
        var bundle = new BundleFixture();
        breaking.accept(bundle);

        JsonNode problem = refused(parts(bundle.write(folder)), 400, "malformed-bundle");

        assertThat(stream(problem.path("violations")).map(v -> v.path("field").asString("")))
                .contains(field);
    }

    @Test
    void refusesAMatrixThatIsCutShort() throws IOException {
        Path matrix = new BundleFixture().write(folder).resolve("cell_feature_matrix.h5");
        byte[] whole = Files.readAllBytes(matrix);
        Files.write(matrix, Arrays.copyOf(whole, whole.length / 2));
        refused(parts(folder), 400, "malformed-bundle");
    }

    @Test
    void refusesTextThatPosesAsAMatrix() throws IOException {
        new BundleFixture().write(folder);
        Files.writeString(folder.resolve("cell_feature_matrix.h5"), "gene,cell,count\n");
        refused(parts(folder), 400, "malformed-bundle");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        new BundleFixture().write(folder);
        Files.write(folder.resolve("cells.csv"), new byte[0]);
        refused(parts(folder), 422, "invalid-parameters");
    }

    @Test
    void refusesAMissingPart() throws IOException {
        Map<String, Path> parts = parts(new BundleFixture().write(folder));
        parts.remove("cells");
        JsonNode problem = refused(parts, 422, "invalid-parameters");
        assertThat(problem.path("violations").path(0).path("field").asString(""))
                .isEqualTo("cells");
    }

    @Test
    void refusesAnUnknownPart() throws IOException {
        Map<String, Path> parts = parts(new BundleFixture().write(folder));
        parts.put("morphology", folder.resolve("cells.csv"));
        refused(parts, 422, "invalid-parameters");
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Path text = Files.writeString(folder.resolve("output.zip"), "this is no archive\n".repeat(100));
        refusedBetween400And422(Map.of("bundle", text));
    }

    @Test
    void refusesAnArchiveWithoutAMatrix() throws IOException {
        refused(Map.of("bundle", zip("readme.txt", "hello")), 400, "malformed-bundle");
    }

    @Test
    void refusesAnArchiveThatClimbsOutOfItsFolder() throws IOException {
        refusedBetween400And422(Map.of("bundle", zip("../../climbed-out.csv", "cell_id\n")));
        try (Stream<Path> all = Files.walk(ServiceFolders.ROOT)) {
            assertThat(all.filter(p -> p.getFileName().toString().startsWith("climbed-out")))
                    .isEmpty();
        }
    }

    @Test
    void refusesParametersBeforeItReadsTheFiles() throws IOException {
        Map<String, Path> parts = parts(new BundleFixture().write(folder));
        var kept = kept();
        service.upload(parts, Map.of("parameters", "{\"hsnmf\":{\"rank\":0}}")).problem(422, "invalid-parameters");
        service.upload(parts, Map.of("parameters", "{\"hsnfm\":{\"rank\":4}}")).problem(422, "invalid-parameters");
        service.upload(parts, Map.of("tissue", "atlantis")).problem(422, "invalid-parameters");
        service.upload(parts, Map.of("speceis", "human")).problem(422, "invalid-parameters");
        assertThat(kept()).isEqualTo(kept);
    }

    private JsonNode refused(Map<String, Path> parts, int status, String slug) {
        var kept = kept();
        JsonNode problem = service.upload(parts, Map.of("species", "human")).problem(status, slug);
        assertThat(problem.path("violations").size()).as(problem.toString()).isPositive();
        assertThat(stream(problem.path("violations")))
                .allSatisfy(v -> assertThat(v.path("remedy").asString("")).isNotBlank());
        assertThat(kept()).isEqualTo(kept);
        return problem;
    }

    private void refusedBetween400And422(Map<String, Path> parts) {
        var kept = kept();
        var answer = service.upload(parts, Map.of());
        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("violations").size()).as(answer.body()).isPositive();
        assertThat(kept()).isEqualTo(kept);
    }

    /// @return the datasets that the service knows and the files that it keeps; nothing may wait in `incoming`
    private Map<String, Object> kept() {
        assertThat(files("incoming")).isEmpty();
        return Map.of(
                "rows",
                service.get("/datasets")
                        .expect(200)
                        .path("page")
                        .path("totalElements")
                        .asInt(),
                "files",
                files("datasets"));
    }

    private static List<Path> files(String name) {
        Path at = ServiceFolders.DATA.resolve(name);
        if (Files.notExists(at)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(at)) {
            return files.filter(file -> !file.equals(at)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> parts(Path folder) {
        Map<String, Path> parts = new LinkedHashMap<>();
        parts.put("matrix", folder.resolve("cell_feature_matrix.h5"));
        parts.put("cells", folder.resolve("cells.csv"));
        return parts;
    }

    private Path zip(String entry, String content) throws IOException {
        Path archive = folder.resolve("output.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return archive;
    }
}
