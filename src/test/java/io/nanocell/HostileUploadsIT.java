package io.nanocell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.ingest.BundleFixture;
import io.nanocell.testing.HostileArchives;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.Traces;
import io.nanocell.testing.WholeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that mean harm are refused with the reason, and leave nothing: no file, no row, no thread.
@WholeService
class HostileUploadsIT {

    private final ServiceClient service;
    private final JdbcClient jdbc;

    @TempDir
    Path folder;

    private HostileArchives archives;
    private Map<String, Path> sound;

    HostileUploadsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        service = new ServiceClient(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aSoundSection() throws IOException {
        archives = new HostileArchives(folder);
        new BundleFixture().write(folder);
        sound = new LinkedHashMap<>();
        sound.put("matrix", folder.resolve("cell_feature_matrix.h5"));
        sound.put("cells", folder.resolve("cells.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../cells.csv",
                "outs/../../cells.csv",
                "/etc/cron.d/cells.csv",
                "..\\cells.csv",
                "\\\\server\\share\\cells.csv",
                "C:\\Windows\\cells.csv",
                "C:cells.csv",
                "a\0/../cells.csv",
            })
    void namesThatLeadOutOfAZip(String name) {
        refused(Map.of("bundle", archives.zip(name)), 400, "malformed-bundle");
    }

    @Test
    void aLinkInAZip() {
        refused(Map.of("bundle", archives.zipLink()), 400, "malformed-bundle");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6'})
    void linksAndDevicesInATar(char type) {
        refused(Map.of("bundle", archives.tar(type, "/etc/passwd")), 400, "malformed-bundle");
    }

    @Test
    void aZipThatSwells() {
        refused(Map.of("bundle", archives.zipBomb(300)), 413, "too-large");
    }

    @Test
    void aZipWhoseEntriesOverlap() {
        refused(Map.of("bundle", archives.zipOfOverlappingEntries(2_000)), 413, "too-large");
    }

    @Test
    void aZipWith300000Entries() {
        refused(Map.of("bundle", archives.zipOfMany(300_000)), 413, "too-large");
    }

    @Test
    void aZipThatLiesAboutItsSizes() {
        refused(Map.of("bundle", archives.zipThatLies()), 400, "malformed-bundle");
    }

    @Test
    void aTarThatSwells() {
        refused(Map.of("bundle", archives.gzip("output.tar.gz", 50)), 415, "unsupported-file");
    }

    /// No workbook is read from callers: one is a zip without a section. The reader of CellMarker's own workbook knows
    /// no document types, see `CellMarkerWorkbookTest`.
    @Test
    void aWorkbookWithAnExternalEntity() throws IOException {
        refused(Map.of("bundle", archives.zip("xl/workbook.xml")), 400, "malformed-bundle");
    }

    @Test
    void aTableThatSwells() {
        sound.put("cells", archives.gzip("cells.csv.gz", 50));
        refused(sound, 413, "too-large");
    }

    @Test
    void aMatrixThatIsGzipped() {
        sound.put("matrix", archives.gzip("cell_feature_matrix.h5", 50));
        refused(sound, 415, "unsupported-file");
    }

    /// Files of src/test/python/hostile_files.py.
    @ParameterizedTest
    @CsvSource({
        "external-link.h5, 400, malformed-bundle",
        "soft-link.h5, 400, malformed-bundle",
        "external-storage.h5, 400, malformed-bundle",
        "virtual.h5, 400, malformed-bundle",
        "declared.h5, 413, too-large",
        "declared-below-limit.h5, 400, malformed-bundle",
        "chunk.h5, 413, too-large",
        "texts.h5, 413, too-large",
    })
    void matricesThatLeadElsewhereOrAskForTooMuch(String name, int status, String slug) {
        sound.put("matrix", resource(name));
        refused(sound, status, slug);
    }

    @Test
    void aParquetTableThatLiesInAnotherFile() {
        sound.put("cells", resource("reference.parquet"));
        refused(sound, 400, "malformed-bundle");
    }

    @Test
    void aParquetTableThatRepeatsALongText() throws SQLException {
        Path file = folder.resolve("cells.parquet");
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckDb.createStatement()) {
            statement.execute("COPY (SELECT repeat('x', 20000000) AS cell_id, i::DOUBLE AS x_centroid, "
                    + "i::DOUBLE AS y_centroid FROM range(3) r(i)) TO '%s' (FORMAT parquet)".formatted(file));
        }
        sound.put("cells", file);
        refused(sound, 400, "malformed-bundle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cell_id,x_centroid,y_centroid\n\"a-1,1,2\nb-1,3,4\nc-1,5,6\n",
                "cell_id,x_centroid,y_centroid\na-1,1,2\nb-1,3,4\nc-1,5,\u0000\n",
                "cell_id,x_centroid,y_centroid\na-1,1,2\nb-1,3,4\nc-1,5,0x1p3f\n",
                "=cmd|' /C calc'!A0,x_centroid,y_centroid\na-1,1,2\n",
            })
    void tablesThatAreNone(String table) {
        sound.put("cells", archives.write("cells.csv", table.getBytes(UTF_8)));
        refused(sound, 400, "malformed-bundle");
    }

    @Test
    void aTableOfOneEndlessLine() {
        byte[] line = new byte[4 << 20];
        Arrays.fill(line, (byte) 'x');
        sound.put("cells", archives.write("cells.csv", line));
        refused(sound, 400, "malformed-bundle");
    }

    @Test
    void aTableWithAnEndlessId() {
        String table = "cell_id,x_centroid,y_centroid\n" + "a".repeat(500_000) + ",1,2\nb-1,3,4\nc-1,5,6\n";
        sound.put("cells", archives.write("cells.csv", table.getBytes(UTF_8)));
        refused(sound, 400, "malformed-bundle");
    }

    @Test
    void aPanelNestedTenThousandDeep() {
        sound.put(
                "panel",
                archives.write("gene_panel.json", "{\"payload\":".repeat(10_000).getBytes(UTF_8)));
        refused(sound, 400, "malformed-bundle");
    }

    @Test
    void aPanelOf17Megabytes() {
        sound.put("panel", archives.write("gene_panel.json", new byte[17 << 20]));
        refused(sound, 413, "too-large");
    }

    private void refused(Map<String, Path> parts, int status, String slug) {
        var before = Traces.of(jdbc);
        var problem = service.upload(parts, Map.of("species", "human")).problem(status, slug);
        assertThat(problem.path("violations").size()).as(problem.toString()).isPositive();
        assertThat(problem.toString()).doesNotContain("root:", "java.", "/data/incoming");
        before.isAllThereIs(jdbc);
    }

    private Path resource(String name) {
        try (var in = HostileUploadsIT.class.getResourceAsStream("/hostile/" + name)) {
            Path file = folder.resolve(name);
            Files.copy(Objects.requireNonNull(in, name), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
