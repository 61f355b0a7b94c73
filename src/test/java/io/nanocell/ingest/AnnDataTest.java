package io.nanocell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.reference.Species;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files are those of `src/test/python/make_anndata.py`: the same section in the layouts that labs write.
class AnnDataTest {

    private static final Path FOLDER = Path.of("src/test/resources/anndata");
    private static final int CELLS = 40;
    private static final int GENES = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "layer.h5ad, layers/counts, obsm/spatial, 2, 0",
        "column.h5ad, X, obs/x_centroid and obs/y_centroid, 2, 0",
        "dense.h5ad, X, obsm/spatial, 2, 0",
        "unsigned.h5ad, X, obsm/spatial, 2, 0",
        "raw.h5ad, raw/X, obsm/spatial, 2, 0"
    })
    void readsTheSameSectionOfEveryLayout(String name, String counts, String centroids, int controls, int others) {
        XeniumSection section = XeniumReader.read(bundle(name));

        assertThat(section.cellIds()).hasSize(CELLS).startsWith("cell-0", "cell-1");
        assertThat(section.genes()).hasSize(GENES).startsWith("GENE0").endsWith("GENE11");
        assertThat(section.controlNames()).hasSize(controls);
        assertThat(section.otherFeatures()).isEqualTo(others);
        for (int cell = 0; cell < CELLS; cell++) {
            assertThat(section.x()[cell]).isCloseTo(10.5 * cell, within(1e-4));
            assertThat(section.y()[cell]).isCloseTo(1000 - 2.25 * cell, within(1e-4));
            assertThat(row(section.counts(), cell, GENES)).isEqualTo(expected(cell, 0, GENES));
            assertThat(row(section.controls(), cell, 2)).isEqualTo(expected(cell, GENES, GENES + 2));
        }
        assertThat(section.notices()).extracting(Notice::code).contains("ANNDATA");
        assertThat(section.notices().getFirst().message()).contains(counts, centroids, "µm");
    }

    @Test
    void idsTellTheSpeciesWhereverTheyStand() {
        for (String name : new String[] {"layer.h5ad", "dense.h5ad"}) {
            XeniumSection section = XeniumReader.read(bundle(name));
            assertThat(section.species()).as(name).isEqualTo(Species.HUMAN);
            assertThat(section.geneIds()).as(name).startsWith("ENSG00000000000", "ENSG00000000001");
        }
        assertThat(XeniumReader.read(bundle("column.h5ad")).species()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer.h5ad", "column.h5ad", "dense.h5ad", "raw.h5ad"})
    void knowsTheSizeBeforeReading(String name) {
        SectionSize size = XeniumReader.size(bundle(name));

        assertThat(size.cells()).isEqualTo(CELLS);
        assertThat(size.features()).isEqualTo(GENES + 2);
        assertThat(size.entries()).isEqualTo(166);
        assertThat(size.x()).hasSize(CELLS);
        assertThat(size.y()[2]).isCloseTo(995.5, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "normalised.h5ad, X, raw counts in none of",
        "nowhere.h5ad, cells, no cell table beside it",
        "short.h5ad, obsm/spatial, 39 rows for 40 cells",
        "code.h5ad, var/feature_types/codes, row 3 has code 7",
        "twice.h5ad, obs, 'cell-0, cell-0'",
        "ids.h5ad, var/gene_ids, 13 elements where 14 are expected",
        "shape.h5ad, layers/counts, 40 × 99 for 40 cells and 14 features"
    })
    void refusesWhatItCannotUseAndSaysWhere(String name, String field, String value) {
        assertThatThrownBy(() -> XeniumReader.read(bundle(name)))
                .isInstanceOfSatisfying(MalformedBundleException.class, refused -> {
                    assertThat(refused.slug()).isEqualTo("malformed-bundle");
                    assertThat(refused.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.file()).isEqualTo(name);
                        assertThat(violation.field()).isEqualTo(field);
                        assertThat(violation.value()).contains(value);
                        assertThat(violation.remedy()).isNotBlank();
                    });
                });
    }

    @Test
    void aTableBesideItGoesFirst() throws IOException {
        Path table = folder.resolve("cells.csv");
        var rows = new StringBuilder("cell_id,x_centroid,y_centroid\n");
        for (int cell = CELLS - 1; cell >= 0; cell--) {
            rows.append("cell-%d,%d,7%n".formatted(cell, cell));
        }
        Files.writeString(table, rows);

        XeniumSection section = XeniumReader.read(new XeniumBundle(
                Map.of(BundleRole.MATRIX, file("nowhere.h5ad"), BundleRole.CELLS, new BundleFile(table, "cells.csv"))));

        assertThat(section.x()[3]).isEqualTo(3);
        assertThat(section.notices().getFirst().message()).contains("centroids those of cells.csv");
    }

    @Test
    void isFoundInAFolderButNotOneOfTwo() throws IOException {
        Files.copy(FOLDER.resolve("layer.h5ad"), folder.resolve("mine.h5ad"));
        assertThat(XeniumReader.read(XeniumBundle.inFolder(folder)).cellIds()).hasSize(CELLS);

        Files.copy(FOLDER.resolve("dense.h5ad"), folder.resolve("other.h5ad"));
        assertThatThrownBy(() -> XeniumBundle.inFolder(folder))
                .isInstanceOf(MalformedBundleException.class)
                .hasMessageContaining("several sections: mine.h5ad, other.h5ad");
    }

    @Test
    void anyTenBytesLessOrAnotherByteEndInAViolation() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("dense.h5ad"));
        Path damaged = folder.resolve("damaged.h5ad");
        int read = 0;
        for (int at = 8; at < whole.length; at += 97) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) 0xFF;
            Files.write(damaged, bytes);
            try {
                XeniumReader.read(new XeniumBundle(Map.of(BundleRole.MATRIX, new BundleFile(damaged, "damaged.h5ad"))));
                read++; // a byte that nobody needs
            } catch (MalformedBundleException refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
        }
        Files.write(damaged, Arrays.copyOf(whole, whole.length - 10));
        assertThatThrownBy(() -> XeniumReader.read(
                        new XeniumBundle(Map.of(BundleRole.MATRIX, new BundleFile(damaged, "damaged.h5ad")))))
                .isInstanceOf(MalformedBundleException.class);
        assertThat(read).isPositive();
    }

    private static XeniumBundle bundle(String name) {
        return new XeniumBundle(Map.of(BundleRole.MATRIX, file(name)));
    }

    private static BundleFile file(String name) {
        return new BundleFile(FOLDER.resolve(name), name);
    }

    private static float[] row(FloatCsrMatrix counts, int cell, int columns) {
        float[] row = new float[columns];
        for (int e = counts.rowStart()[cell]; e < counts.rowStart()[cell + 1]; e++) {
            row[counts.columnIndex()[e]] = counts.values()[e];
        }
        return row;
    }

    private static float[] expected(int cell, int from, int to) {
        float[] row = new float[to - from];
        for (int g = from; g < to; g++) {
            row[g - from] = (cell + g) % 3 == 0 ? (7 * cell + 13 * g) % 11 : 0;
        }
        return row;
    }
}
