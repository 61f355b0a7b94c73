package io.nanocell.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.ingest.quality.LogNormalisation;
import io.nanocell.ingest.quality.Rows;
import io.nanocell.reference.Species;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files written by other software: h5py and pyarrow, versions and command in src/test/python/ingest_golden.py.
class FormatVariantsTest {

    static final Path GOLDEN = Path.of("src/test/resources/golden/ingest");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "int32.h5, cells-text.parquet",
        "float64.h5, cells-bytes.parquet",
        "uint16-big-endian.h5, cells-text.parquet"
    })
    void readsEveryNumberTypeUnsortedRowsAndStoredZeros(String matrix, String cells) {
        XeniumSection section = XeniumReader.read(new XeniumBundle(Map.of(
                BundleRole.MATRIX, BundleFile.of(GOLDEN.resolve(matrix)),
                BundleRole.CELLS, BundleFile.of(GOLDEN.resolve(cells)))));

        assertThat(section.cellIds()).containsExactly("aaaaaaaa-1", "aaaaaaab-1", "aaaaaaac-1");
        assertThat(section.genes()).containsExactly("GA", "GB", "GC");
        assertThat(section.counts().rowStart()).containsExactly(0, 2, 2, 4);
        assertThat(section.counts().columnIndex()).containsExactly(0, 2, 1, 2);
        assertThat(section.counts().values()).containsExactly(1, 7, 3, 300);
        assertThat(section.controlNames()).containsExactly("NegControlProbe_00001", "BLANK_0001");
        assertThat(section.controls().rowStart()).containsExactly(0, 1, 1, 2);
        assertThat(section.controls().columnIndex()).containsExactly(0, 1);
        assertThat(section.controls().values()).containsExactly(2, 1);
        assertThat(section.otherFeatures()).isEqualTo(1);
        assertThat(section.x()).containsExactly(1.5, 2.5, 3.5);
        assertThat(section.y()).containsExactly(4, 5, 6);
        assertThat(section.species()).isEqualTo(Species.HUMAN);
    }

    @Test
    void saysHowToWriteACompressionThatIsNotRead() {
        MalformedBundleException refusal = MalformedBundleTest.refusal(() -> XeniumReader.read(new XeniumBundle(Map.of(
                BundleRole.MATRIX, BundleFile.of(GOLDEN.resolve("int64-lzf.h5")),
                BundleRole.CELLS, BundleFile.of(GOLDEN.resolve("cells-text.parquet"))))));

        assertThat(refusal.slug()).isEqualTo("unsupported-file");
        assertThat(refusal.violations().getFirst().remedy()).contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cell_id,x_centroid,y_centroid\na-1,1,2\nb-1,3,4\nc-1,5,6",
                "\uFEFFcell_id,x_centroid,y_centroid\r\na-1,1,2\r\n\r\nb-1,3,4\r\nc-1,5,6\r\n",
                "\"\",\"cell_id\",\"x_centroid\",\"y_centroid\"\n\"1\",\"a-1\",1,2\n\"2\",\"b-1\",3,4\n\"3\",\"c-1\",5,6\n",
                "y_centroid,note,cell_id,x_centroid\n6,\"a, \"\"b\"\"\nc\",c-1,5\n4,,b-1,3.0\n2.0,,a-1,1e0\n"
            })
    void readsCellTablesAsTheyAreWritten(String cells) throws IOException {
        BundleFixture bundle = new BundleFixture();
        bundle.cells = cells;

        XeniumSection section = bundle.read(folder);

        assertThat(section.x()).containsExactly(1, 3, 5);
        assertThat(section.y()).containsExactly(2, 4, 6);
    }

    @Test
    void readsAGzippedTableWhateverItsName() throws IOException {
        Path cells = new BundleFixture().write(folder).resolve("cells.csv");
        byte[] text = Files.readAllBytes(cells);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cells))) {
            out.write(text);
        }

        assertThat(XeniumReader.read(XeniumBundle.inFolder(folder)).x()).containsExactly(1, 3, 5);
    }

    @Test
    void refusesATableThatSwellsBeyondMeasure() throws IOException {
        Path cells = new BundleFixture().write(folder).resolve("cells.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cells))) {
            out.write("cell_id,x_centroid,y_centroid\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        assertThat(MalformedBundleTest.refusal(() -> XeniumReader.read(XeniumBundle.inFolder(folder)))
                        .slug())
                .isIn("too-large", "malformed-bundle");
    }

    @Test
    void matchesNumericIdsThatOneFileWritesAsFractions() throws IOException {
        BundleFixture bundle = new BundleFixture();
        bundle.barcodes = new String[] {"1", "2", "3"};
        bundle.cells = "cell_id,x_centroid,y_centroid\n1.0,1,2\n3.0,5,6\n2.0,3,4\n";

        assertThat(bundle.read(folder).x()).containsExactly(1, 3, 5);
    }

    @Test
    void takesClustersThatWereBroughtIn() throws IOException {
        BundleFixture bundle = new BundleFixture();
        bundle.others.put(BundleRole.CLUSTERS, "Barcode,Cluster\nc-1,\"T cells, CD4\"\na-1,2\n");

        assertThat(bundle.read(folder).groups()).containsExactly("2", null, "T cells, CD4");
    }

    @Test
    void clustersOfTheInstrumentAreNotBroughtIn() throws IOException {
        new BundleFixture().write(folder.resolve("outs"));
        Path own = Files.createDirectories(folder.resolve("outs/analysis/clustering/gene_expression_graphclust"));
        Files.writeString(own.resolve("clusters.csv"), "Barcode,Cluster\na-1,1\n");

        XeniumSection section = XeniumReader.read(XeniumBundle.inFolder(folder));

        assertThat(section.groups()).isNull();
        assertThat(section.cellIds()).hasSize(3);
    }

    @Test
    void theSpeciesComesFromThePanelWhereTheIdsTellNothing() throws IOException {
        BundleFixture bundle = new BundleFixture();
        bundle.ids = new String[] {"GA", "GB", "NegControlProbe_00001"};
        bundle.others.put(BundleRole.PANEL, """
                {"payload": {"panel": {"identity": {"name": "P"}, "num_gene_targets": 2, "species": "Mouse"},
                 "targets": [{"type": {"descriptor": "gene", "data": {"id": "GA", "name": "GA"}}},
                             {"type": {"descriptor": "gene", "data": {"name": "GX"}}}]}}""");

        XeniumSection section = bundle.read(folder);

        assertThat(section.species()).isEqualTo(Species.MOUSE);
        assertThat(section.panelName()).isEqualTo("P");
        assertThat(section.notices())
                .containsExactly(
                        new Notice("PANEL_MISMATCH", "Genes of gene_panel.json that the matrix lacks: GX."),
                        new Notice("PANEL_MISMATCH", "Genes of the matrix that gene_panel.json lacks: GB."));
    }

    @Test
    void genesOfARatAreNotTakenForAnotherSpecies() throws IOException {
        BundleFixture bundle = new BundleFixture();
        bundle.ids = new String[] {"ENSRNOG00000000001", "ENSRNOG00000000002", "NegControlProbe_00001"};

        XeniumSection section = bundle.read(folder);

        assertThat(section.species()).isNull();
        assertThat(section.notices()).extracting(Notice::code).containsExactly("UNSUPPORTED_SPECIES");
        assertThat(MalformedBundleTest.refusal(() -> section.requireSpecies(Species.HUMAN))
                        .slug())
                .isEqualTo("species-mismatch");
    }

    @Test
    void normalisesAsScanpyDoes() throws IOException {
        List<double[]> counts = csv("counts.csv");
        List<double[]> expected = csv("normalised.csv");
        float[][] values = new float[counts.size()][];
        for (int r = 0; r < values.length; r++) {
            values[r] = new float[counts.get(r).length];
            for (int c = 0; c < values[r].length; c++) {
                values[r][c] = (float) counts.get(r)[c];
            }
        }
        String[] genes = new String[values[0].length];
        java.util.Arrays.setAll(genes, g -> "G" + g);
        var matrix = CellFilterTest.section(values, genes).counts();
        double[] totals = Rows.totals(matrix);

        var normalised = LogNormalisation.toMedian(totals).inPlace(matrix, totals);

        for (int row = 0; row < normalised.rows(); row++) {
            for (int e = normalised.rowStart()[row]; e < normalised.rowStart()[row + 1]; e++) {
                double value = expected.get(row)[normalised.columnIndex()[e]];
                assertThat(normalised.values()[e]).isEqualTo((float) value);
            }
        }
        assertThat(normalised.entries()).isGreaterThan(200);
        assertThat(expected.get(7)).containsOnly(0);
    }

    @Test
    void digestsAFileAsAStream() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(FileDigest.sha256(file)) // FIPS 180-2, appendix B.1
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static List<double[]> csv(String name) throws IOException {
        return Files.readAllLines(GOLDEN.resolve(name)).stream()
                .map(line -> java.util.Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
