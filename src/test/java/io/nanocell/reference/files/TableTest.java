package io.nanocell.reference.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.UnreadableReferenceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void findsColumnsByNameAndDropsQuotes() {
        List<String> read = new ArrayList<>();
        new Table(TextFile.of("# a comment", "b\ta", "\"x|y\"\t1"), "a").forEach(row -> {
            read.add(row.get("a"));
            read.addAll(row.parts("b"));
            read.add(row.get("c"));
        });

        assertThat(read).containsExactly("1", "x", "y", "");
    }

    @Test
    void namesFileAndMissingColumn() {
        assertThatThrownBy(() -> new Table(TextFile.of("a\tb", "1\t2"), "weight"))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContainingAll("made-up", "weight", "[a, b]");
    }

    @Test
    void refusesTableWithoutRows() {
        assertThatThrownBy(() -> new Table(TextFile.of("a\tb"), "a")).hasMessageContaining("no rows");
    }

    @Test
    void refusesShortRowWithItsNumber() {
        assertThatThrownBy(() -> new Table(TextFile.of("a\tb", "1\t2", "3"), "a").forEach(_ -> {}))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("row 2 has 1 of 2 columns");
    }

    @Test
    void namesRowWhoseNumberIsNone() {
        assertThatThrownBy(
                        () -> new Table(TextFile.of("a", "one"), "a").forEach(row -> Double.parseDouble(row.get("a"))))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContainingAll("row 1", "one");
    }

    @Test
    void readsWeightsAndNamesThePartThatHasNone() {
        List<String> read = new ArrayList<>();
        new Table(TextFile.of("tissues", "lung=2|a=b=0.5"), "tissues")
                .forEach(row -> row.weighted("tissues", (name, weight) -> read.add(name + " " + weight)));

        assertThat(read).containsExactly("lung 2.0", "a=b 0.5");
        assertThatThrownBy(() -> new Table(TextFile.of("tissues", "lung=2|liver"), "tissues")
                        .forEach(row -> row.weighted("tissues", (_, _) -> {})))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContainingAll("made-up", "row 1", "tissues", "liver");
    }

    @Test
    void readsGzipByContentAndRefusesGzipCutShort() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a\nβ\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = bytes.toByteArray();

        assertThat(new ReferenceFile("x.gz", whole).lines()).containsExactly("a", "β");
        assertThatThrownBy(() -> new ReferenceFile("x.gz", Arrays.copyOf(whole, whole.length - 6)).lines())
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("x.gz");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> new ReferenceFile("x.tsv", new byte[] {65, (byte) 0xff, 66}).lines())
                .hasMessageContainingAll("x.tsv", "no UTF-8 text");
    }
}
