package io.nanocell.ingest.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// Reads a data set of texts: fixed length (10x), variable length (h5py's default) or numbers (cell ids of XOA
/// 1).
final class Hdf5Strings {

    private static final int MAX_FIXED_BYTES = 1 << 16; // of an element, most of it padding
    private static final int MAX_TEXT_BYTES = 1_024;
    private static final int OBJECT_BYTES = 56; // what a text takes beside its characters
    private static final int SHARE_OF_HEAP = 4; // texts may take a quarter

    private Hdf5Strings() {}

    /// @return one text per element, without padding
    /// @throws MalformedBundleException if it holds no texts
    static String[] read(Hdf5Array array) {
        DataType type = array.type();
        if (NumberKind.of(type).isPresent()) {
            return Hdf5Numbers.of(array).texts();
        } else if (type instanceof StringData && type.getSize() <= MAX_FIXED_BYTES) {
            return fixedLength(array, type.getSize());
        } else if (type instanceof VariableLength text
                && text.isVariableLengthString()
                && type.getSize() == GlobalHeap.REFERENCE_BYTES) {
            return variableLength(array);
        }
        throw Violations.malformed(
                array.file(),
                array.field(),
                "holds " + type.getClass().getSimpleName(),
                "write it as texts, as Xenium Onboard Analysis does");
    }

    private static String[] fixedLength(Hdf5Array array, int size) {
        String[] texts = new String[array.length()];
        AtomicLong taken = new AtomicLong();
        array.forEachPiece((_, first, count, bytes) -> {
            byte[] text = new byte[size];
            for (int i = 0; i < count; i++) {
                bytes.get(i * size, text);
                texts[first + i] = limited(array, trimmed(text), taken);
            }
        });
        return texts;
    }

    private static String[] variableLength(Hdf5Array array) {
        String[] texts = new String[array.length()];
        AtomicLong taken = new AtomicLong();
        var storage = array.dataset().getHdfFile().getHdfBackingStorage();
        array.forEachPiece((_, first, count, bytes) -> {
            var heap = new GlobalHeap(array.file(), array.field(), storage, MAX_TEXT_BYTES);
            for (int i = 0; i < count; i++) {
                String text = heap.text(bytes, i * GlobalHeap.REFERENCE_BYTES);
                texts[first + i] = limited(array, text, taken);
            }
        });
        return texts;
    }

    /// A file of a few megabytes can declare texts that fill the memory of any machine.
    private static String limited(Hdf5Array array, String text, AtomicLong taken) {
        if (text.length() > MAX_TEXT_BYTES) {
            throw Violations.malformed(
                    array.file(),
                    array.field(),
                    "a text of %d characters".formatted(text.length()),
                    "ids and names have less than a hundred");
        }
        long now = taken.addAndGet(OBJECT_BYTES + text.length());
        long heap = Runtime.getRuntime().maxMemory();
        if (now > heap / SHARE_OF_HEAP) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    array.file(),
                    array.field(),
                    "%d texts need more than %d MiB, a quarter of what the service has"
                            .formatted(array.length(), (heap / SHARE_OF_HEAP) >> 20),
                    "give the service more memory (-Xmx) or split the section");
        }
        return text;
    }

    /// Texts end at the first NUL, or are padded with blanks.
    static String trimmed(byte[] text) {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        while (end > 0 && text[end - 1] == ' ') {
            end--;
        }
        return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(text, 0, end)).toString();
    }
}
