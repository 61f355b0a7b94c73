package io.nanocell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleArchiveTest {

    @TempDir
    Path folder;

    Path target;
    final Map<String, byte[]> content = new LinkedHashMap<>();

    @BeforeEach
    void aSoundBundle() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
        Path bundle = new BundleFixture().write(folder.resolve("bundle"));
        content.put("outs/cell_feature_matrix.h5", Files.readAllBytes(bundle.resolve("cell_feature_matrix.h5")));
        content.put("outs/cells.csv", Files.readAllBytes(bundle.resolve("cells.csv")));
        content.put("outs/morphology.ome.tif", new byte[] {1, 2, 3});
        content.put("outs/nested.zip", new byte[] {'P', 'K', 3, 4});
    }

    @Test
    void unpacksOnlyWhatIsNeededFromAZip() throws IOException {
        XeniumSection section = XeniumReader.read(unpack(zip()));

        assertThat(section.cellIds()).containsExactly("a-1", "b-1", "c-1");
        assertThat(written()).containsExactlyInAnyOrder("matrix", "cells");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unpacksOnlyWhatIsNeededFromATar(boolean gzipped) throws IOException {
        XeniumSection section = XeniumReader.read(unpack(tar('0', gzipped)));

        assertThat(section.cellIds()).containsExactly("a-1", "b-1", "c-1");
        assertThat(written()).containsExactlyInAnyOrder("matrix", "cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pax.tar", "gnu.tar.gz"}) // by Python's tarfile, see src/test/python/ingest_golden.py
    void readsTheLongNamesOfOtherWriters(String name) {
        XeniumBundle bundle = unpack(FormatVariantsTest.GOLDEN.resolve(name));

        assertThat(XeniumReader.read(bundle).genes()).containsExactly("GA", "GB", "GC");
        assertThat(bundle.needed(BundleRole.MATRIX).name())
                .startsWith("run-xxxx")
                .endsWith("/cell_feature_matrix.h5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "outs/../../evil", "/etc/evil", "..\\evil", "C:\\evil", "outs/.."})
    void refusesNamesThatLeadOutEvenOfFilesThatAreNotNeeded(String name) throws IOException {
        content.put(name, new byte[] {1});

        for (Path archive : new Path[] {zip(), tar('0', true)}) {
            MalformedBundleException refusal = refusal(archive);
            assertThat(refusal.slug()).isEqualTo("malformed-bundle");
            assertThat(refusal).hasMessageContaining("leads out of the archive");
        }
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '6'})
    void refusesLinksAndDevices(char type) throws IOException {
        assertThat(refusal(tar(type, false))).hasMessageContaining("is a link or a device");
        assertThat(written()).isEmpty();
    }

    @Test
    void refusesAnArchiveThatSwellsBeyondMeasure() throws IOException {
        content.put("outs/zeros.bin", new byte[20 << 20]);

        for (Path archive : new Path[] {zip(), tar('0', true)}) {
            assertThat(refusal(archive).slug()).isEqualTo("too-large");
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void refusesTooManyEntriesAndTooManyBytes() throws IOException {
        Path archive = zip();

        assertThat(refusal(archive, new ArchiveLimits(3, 1 << 20, 200)).slug()).isEqualTo("too-large");
        assertThat(refusal(archive, new ArchiveLimits(10, 100, 200)).slug()).isEqualTo("too-large");
        assertThat(written()).isEmpty();
    }

    @Test
    void refusesANeededFileThatIsThereTwice() throws IOException {
        content.put("outs/cells.csW", content.getOrDefault("outs/cells.csv", new byte[0]));
        Path archive = zip();
        byte[] bytes = Files.readAllBytes(archive); // a zip writer would not do it
        String renamed = new String(bytes, StandardCharsets.ISO_8859_1).replace("cells.csW", "cells.csv");
        Files.write(archive, renamed.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(archive)).hasMessageContaining("holds outs/cells.csv more than once");
        assertThat(written()).isEmpty();
    }

    @Test
    void refusesTwoSectionsInOneArchive() throws IOException {
        content.put("other/cell_feature_matrix.h5", new byte[] {1});

        assertThat(refusal(zip())).hasMessageContaining("holds several sections: other/, outs/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tar.gz"})
    void refusesAnArchiveThatIsCutShort(String kind) throws IOException {
        Path archive = kind.equals("zip") ? zip() : tar('0', kind.equals("tar.gz"));
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 3));

        assertThat(refusal(archive).slug()).isEqualTo("malformed-bundle");
        assertThat(written()).isEmpty();
    }

    @Test
    void noticesAChangedByteThatStillUnpacks() throws IOException {
        content.put(
                "outs/cells.csv",
                "cell_id,x_centroid,y_centroid\na-1,1,2\nb-1,3,4\nc-1,5,6\n".getBytes(StandardCharsets.UTF_8));
        Path archive = zip(ZipOutputStream.STORED);
        String bytes = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
        Files.write(archive, bytes.replace("b-1,3,4", "b-1,8,4").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(archive)).hasMessageContaining("the zip archive is damaged");
        assertThat(written()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenAFileIsDamaged() throws IOException {
        Path archive = zip();
        byte[] bytes = Files.readAllBytes(archive);
        Arrays.fill(bytes, 200, 260, (byte) 0x55); // inside the deflated matrix
        Files.write(archive, bytes);

        assertThat(refusal(archive).slug()).isEqualTo("malformed-bundle");
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this is no zip"})
    void refusesWhatIsNoArchive(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.zip"), text);

        assertThat(refusal(file).slug()).isIn("unsupported-file", "malformed-bundle");
    }

    @Test
    void writesOnlyIntoAnEmptyFolder() throws IOException {
        Files.createFile(target.resolve("mine"));
        Path archive = zip();

        assertThatIllegalArgumentException().isThrownBy(() -> unpack(archive)).withMessageContaining("not empty");
    }

    private XeniumBundle unpack(Path archive) {
        return XeniumBundle.unpacked(BundleFile.of(archive), target, ArchiveLimits.defaults());
    }

    private MalformedBundleException refusal(Path archive) {
        return refusal(archive, ArchiveLimits.defaults());
    }

    private MalformedBundleException refusal(Path archive, ArchiveLimits limits) {
        return MalformedBundleTest.refusal(() -> XeniumBundle.unpacked(BundleFile.of(archive), target, limits));
    }

    private String[] written() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(file -> String.valueOf(file.getFileName())).toArray(String[]::new);
        }
    }

    private Path zip() throws IOException {
        return zip(ZipOutputStream.DEFLATED);
    }

    private Path zip(int method) throws IOException {
        Path archive = folder.resolve("bundle.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var entry : content.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                CRC32 crc = new CRC32();
                crc.update(entry.getValue());
                header.setMethod(method);
                header.setSize(entry.getValue().length);
                header.setCrc(crc.getValue());
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        }
        return archive;
    }

    /// @param lastType type of the last entry; the others are files
    private Path tar(char lastType, boolean gzipped) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        int left = content.size();
        for (var entry : content.entrySet()) {
            char type = --left == 0 ? lastType : '0';
            byte[] header = new byte[512];
            put(header, 0, entry.getKey());
            put(header, 124, "%011o".formatted(entry.getValue().length));
            put(header, 148, "        ");
            header[156] = (byte) type;
            put(header, 257, "ustar\00000");
            int sum = 0;
            for (byte b : header) {
                sum += Byte.toUnsignedInt(b);
            }
            put(header, 148, "%06o\0 ".formatted(sum));
            tar.write(header);
            tar.write(entry.getValue());
            tar.write(new byte[-entry.getValue().length & 511]);
        }
        tar.write(new byte[1024]);
        Path archive = folder.resolve("bundle.tar");
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream out = gzipped ? new GZIPOutputStream(file) : file) {
            tar.writeTo(out);
        }
        return archive;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
