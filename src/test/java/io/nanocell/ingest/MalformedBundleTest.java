package io.nanocell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One broken thing, one precise violation.
class MalformedBundleTest {

    @TempDir
    Path folder;

    static List<Arguments> brokenThings() {
        return List.of(
                broken("matrix/indptr", "3 elements where 4 are expected", b -> b.indptr = new long[] {0, 2, 4}),
                broken("matrix/indptr", "runs from 0 to 3 over 4 entries", b -> b.indptr = new long[] {0, 2, 3, 3}),
                broken("matrix/indptr", "runs from 1 to 4 over 4 entries", b -> b.indptr = new long[] {1, 2, 3, 4}),
                broken("matrix/indptr", "1 after 3", b -> b.indptr = new long[] {0, 3, 1, 4}),
                broken("matrix/indptr", "entry 1: -2", b -> b.indptr = new long[] {0, -2, 3, 4}),
                broken("matrix/data", "3 elements where 4 are expected", b -> b.data = new int[] {1, 2, 3}),
                broken("matrix/data", "cell b-1: -3", b -> b.data = new int[] {1, 2, -3, 4}),
                broken("matrix/data", "cell a-1: 2.5", b -> b.data = new double[] {1, 2.5, 3, 4}),
                broken("matrix/data", "cell c-1: NaN", b -> b.data = new double[] {1, 2, 3, Double.NaN}),
                broken("matrix/data", "cell a-1: 16777217", b -> b.data = new int[] {16_777_217, 2, 3, 4}),
                broken(
                        "matrix/data",
                        "cell a-1: -1, cell a-1: -1, cell b-1: -1, … (4 in all)",
                        b -> b.data = new int[] {-1, -1, -1, -1}),
                broken("matrix/data", "holds StringData", b -> b.data = new String[] {"1", "2", "3", "4"}),
                broken("matrix/data", "2 dimensions", b -> b.data = new int[][] {{1, 2}, {3, 4}}),
                broken("matrix/indices", "entry 2: 3", b -> b.indices = new long[] {0, 1, 3, 0}),
                broken("matrix/indices", "entry 1: -1", b -> b.indices = new long[] {0, -1, 2, 0}),
                broken("matrix/indices", "cell a-1 has GB twice", b -> b.indices = new long[] {1, 1, 2, 0}),
                broken("matrix/shape", "0 features × 3 cells", b -> b.shape = new int[] {0, 3}),
                broken("matrix/shape", "1 elements where 2 are expected", b -> b.shape = new int[] {3}),
                broken("matrix/barcodes", "2 elements where 3 are expected", b -> b.barcodes = new String[] {"a", "b"}),
                broken("matrix/barcodes", "a-1", b -> b.barcodes = new String[] {"a-1", "a-1", "c-1"}),
                broken("matrix/features/id", "2 elements where 3 are expected", b -> b.ids = new String[] {"a", "b"}),
                broken(
                        "matrix/features/feature_type",
                        "no feature is of type \"Gene Expression\"",
                        b -> Arrays.fill(b.types, "Protein Expression")),
                broken("x_centroid", "cell b-1: NaN", b -> b.cells = b.cells.replace("b-1,3", "b-1,NaN")),
                broken("x_centroid", "cell b-1: NaN", b -> b.cells = b.cells.replace("b-1,3", "b-1,3d")),
                broken("y_centroid", "cell c-1: Infinity", b -> b.cells = b.cells.replace("5,6", "5,1e999")),
                broken("y_centroid", "cell c-1: NaN", b -> b.cells = b.cells.replace("5,6", "5,")),
                broken("row", "line 4: 1 fields", b -> b.cells = b.cells.replace("c-1,5,6", "c-1")),
                broken("cell_id (more than once)", "a-1", b -> b.cells += "a-1,7,8\n"),
                broken("cell_id (in the table, not in the matrix)", "d-1", b -> b.cells += "d-1,7,8\n"),
                broken(
                        "cell_id (in the matrix, not in the table)",
                        "c-1",
                        b -> b.cells = b.cells.replace("c-1,5,6\n", "")),
                broken(
                        "y_centroid",
                        "no such column in [cell_id, x_centroid]",
                        b -> b.cells = "cell_id,x_centroid\na-1,1\n"),
                broken("line 2", "a quote is opened and never closed", b -> b.cells = b.cells.replace("a-1", "\"a-1")),
                broken(
                        "barcode (not in the matrix)",
                        "z-1",
                        b -> b.others.put(BundleRole.CLUSTERS, "Barcode,Cluster\na-1,1\nz-1,2\n")),
                broken(
                        "cell_id (more than once)",
                        "a-1",
                        b -> b.others.put(BundleRole.CLUSTERS, "cell_id,group\na-1,T\na-1,B\n")),
                broken(
                        "cluster or group",
                        "no such column in [barcode, label]",
                        b -> b.others.put(BundleRole.CLUSTERS, "Barcode,label\na-1,1\n")));
    }

    private static Arguments broken(String field, String value, Consumer<BundleFixture> breaking) {
        return Arguments.of(field, value, breaking);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenThings")
    void namesWhatIsWrong(String field, String value, Consumer<BundleFixture> breaking) {
        BundleFixture bundle = new BundleFixture();
        breaking.accept(bundle);

        MalformedBundleException refusal = refusal(() -> bundle.read(folder));

        assertThat(refusal.slug()).isEqualTo("malformed-bundle");
        assertThat(refusal.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.value()).isEqualTo(value);
            assertThat(violation.file()).isIn("cell_feature_matrix.h5", "cells.csv", "clusters.csv");
            assertThat(violation.remedy()).isNotBlank();
        });
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        BundleFixture bundle = new BundleFixture();
        bundle.cells = "cell_id,x_centroid,y_centroid\na-1,nan,2\nb-1,3,-inf\nx-1,0,0\n";

        assertThat(refusal(() -> bundle.read(folder)).violations())
                .extracting(Violation::field)
                .containsExactly(
                        "cell_id (in the table, not in the matrix)",
                        "cell_id (in the matrix, not in the table)",
                        "x_centroid",
                        "y_centroid");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void refusesAnHdf5FileThatIsCutShort(double part) throws IOException {
        Path matrix = new BundleFixture().write(folder).resolve("cell_feature_matrix.h5");
        byte[] bytes = Files.readAllBytes(matrix);
        Files.write(matrix, Arrays.copyOf(bytes, (int) (bytes.length * part)));

        MalformedBundleException refusal = refusal(() -> XeniumReader.read(XeniumBundle.inFolder(folder)));

        assertThat(refusal.slug()).isEqualTo("malformed-bundle");
        assertThat(refusal.violations().getFirst().file()).isEqualTo("cell_feature_matrix.h5");
    }

    @Test
    void noDamagedByteOfAnHdf5FileEscapesAsAnotherException() throws IOException {
        Path matrix = folder.resolve("cell_feature_matrix.h5");
        byte[] sound = resource("int32.h5");
        Files.writeString(folder.resolve("cells.csv"), "cell_id,x_centroid,y_centroid\n");
        int refused = 0;
        for (int at = 0; at < sound.length; at += 29) {
            byte[] damaged = sound.clone();
            damaged[at] ^= (byte) 0xff;
            Files.write(matrix, damaged);
            try {
                XeniumReader.read(XeniumBundle.inFolder(folder));
            } catch (MalformedBundleException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo((sound.length + 28) / 29); // the empty cell table at the latest
    }

    @Test
    void refusesTextThatPosesAsHdf5() throws IOException {
        new BundleFixture().write(folder);
        Files.writeString(folder.resolve("cell_feature_matrix.h5"), "gene,cell\n");

        assertThat(refusal(() -> XeniumReader.read(XeniumBundle.inFolder(folder)))
                        .violations())
                .containsExactly(new Violation(
                        "cell_feature_matrix.h5",
                        "matrix",
                        "is no HDF5 file",
                        "send cell_feature_matrix.h5 as Xenium Onboard Analysis wrote it"));
    }

    @Test
    void refusesALengthThatTheFileCannotHold() throws IOException {
        // the length of matrix/data becomes 2^40: in the dataspace message of its object header
        byte[] sound = resource("int32.h5");
        Files.writeString(folder.resolve("cells.csv"), "cell_id,x_centroid,y_centroid\n");
        int changed = 0;
        for (int at = 0; at + 16 <= sound.length; at += 8) {
            if (sound[at] == 8 && zeros(sound, at + 1, 7) && sound[at + 8] == 8 && zeros(sound, at + 9, 7)) {
                byte[] huge = sound.clone();
                huge[at] = 0;
                huge[at + 5] = 1;
                huge[at + 8] = 0;
                huge[at + 13] = 1;
                Files.write(folder.resolve("cell_feature_matrix.h5"), huge);
                assertThat(refusal(() -> XeniumReader.read(XeniumBundle.inFolder(folder)))
                                .slug())
                        .isIn("too-large", "malformed-bundle");
                changed++;
            }
        }
        assertThat(changed).isPositive();
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        new BundleFixture().write(folder);
        Files.write(folder.resolve("cells.csv"), new byte[0]);

        assertThat(refusal(() -> XeniumReader.read(XeniumBundle.inFolder(folder))))
                .hasMessage("cells.csv, content: the file is empty");
    }

    @Test
    void refusesDamagedJson() throws IOException {
        BundleFixture bundle = new BundleFixture();
        bundle.others.put(BundleRole.EXPERIMENT, "{\"num_cells\": ");

        assertThat(refusal(() -> bundle.read(folder)).violations())
                .extracting(Violation::file)
                .containsExactly("experiment.xenium");
    }

    @Test
    void namesTheMissingPart() throws IOException {
        Files.delete(new BundleFixture().write(folder).resolve("cells.csv"));

        assertThat(refusal(() -> XeniumBundle.inFolder(folder)).violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("cells");
                    assertThat(violation.value()).isEqualTo("has no cells.parquet or cells.csv.gz or cells.csv");
                });
        assertThatThrownBy(() -> new XeniumBundle(Map.of()))
                .isInstanceOfSatisfying(
                        MalformedBundleException.class,
                        e -> assertThat(e.violations()).hasSize(2));
    }

    @Test
    void saysWhatToSendInsteadOfAFormatThatIsNotRead() throws IOException {
        Files.delete(new BundleFixture().write(folder).resolve("cell_feature_matrix.h5"));
        Files.write(folder.resolve("cell_feature_matrix.zarr.zip"), new byte[] {'P', 'K', 3, 4});

        MalformedBundleException refusal = refusal(() -> XeniumBundle.inFolder(folder));

        assertThat(refusal.slug()).isEqualTo("unsupported-file");
        assertThat(refusal.violations().getFirst().remedy()).startsWith("send cell_feature_matrix.h5");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Path inside = folder.resolve("inside");
        Path cells = new BundleFixture().write(inside).resolve("cells.csv");
        Files.move(cells, folder.resolve("elsewhere.csv"));
        Files.createSymbolicLink(cells, folder.resolve("elsewhere.csv"));

        assertThat(refusal(() -> XeniumBundle.inFolder(inside))).hasMessageContaining("leads out of the folder");
        assertThat(XeniumBundle.inFolder(inside, folder).file(BundleRole.CELLS)).isPresent();
    }

    static MalformedBundleException refusal(ThrowingCallable reading) {
        return assertThatExceptionOfType(MalformedBundleException.class)
                .isThrownBy(reading)
                .actual();
    }

    static byte[] resource(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/golden/ingest", name));
    }

    private static boolean zeros(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
