package io.nanocell.ingest.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads a data set of texts: fixed length (10x), variable length (h5py's default) or numbers (cell ids of XOA
/// 1).
final class Hdf5Strings {

    private static final int MAX_BYTES = 1 << 16;

    private Hdf5Strings() {}

    /// @return one text per element, without padding
    /// @throws MalformedBundleException if it holds no texts
    static String[] read(Hdf5Array array) {
        DataType type = array.type();
        if (NumberKind.of(type).isPresent()) {
            return Hdf5Numbers.of(array).texts();
        } else if (type instanceof StringData && type.getSize() <= MAX_BYTES) {
            return fixedLength(array, type.getSize());
        } else if (type instanceof VariableLength text && text.isVariableLengthString()) {
            Object data = Hdf5Call.read(array.file(), array.field(), array.dataset()::getDataFlat);
            return data instanceof String[] texts ? texts : new String[0];
        }
        throw Violations.malformed(
                array.file(),
                array.field(),
                "holds " + type.getClass().getSimpleName(),
                "write it as texts, as Xenium Onboard Analysis does");
    }

    private static String[] fixedLength(Hdf5Array array, int size) {
        String[] texts = new String[array.length()];
        array.forEachPiece((_, first, count, bytes) -> {
            byte[] text = new byte[size];
            for (int i = 0; i < count; i++) {
                bytes.get(i * size, text);
                texts[first + i] = trimmed(text);
            }
        });
        return texts;
    }

    /// Texts end at the first NUL, or are padded with blanks.
    private static String trimmed(byte[] text) {
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
