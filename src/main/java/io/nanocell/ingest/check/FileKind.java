package io.nanocell.ingest.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a file is by its first bytes; names are never trusted.
public enum FileKind {
    EMPTY,
    HDF5,
    PARQUET,
    GZIP,
    ZIP,
    TAR,
    OTHER;

    private static final byte[] HDF5_MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int TAR_MAGIC_AT = 257;
    private static final int HEAD = 512;

    /// @throws IOException if the file cannot be read
    public static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ofHead(in.readNBytes(HEAD));
        }
    }

    /// @param head the first 512 bytes, or all if there are fewer
    public static FileKind ofHead(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        } else if (startsWith(head, 0, HDF5_MAGIC)) {
            return HDF5;
        } else if (startsWith(head, 0, ascii("PAR1"))) {
            return PARQUET;
        } else if (startsWith(head, 0, new byte[] {0x1f, (byte) 0x8b})) {
            return GZIP;
        } else if (startsWith(head, 0, ascii("PK\3\4")) || startsWith(head, 0, ascii("PK\5\6"))) {
            return ZIP;
        } else if (startsWith(head, TAR_MAGIC_AT, ascii("ustar"))) {
            return TAR;
        }
        return OTHER;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] head, int from, byte[] magic) {
        int to = from + magic.length;
        return head.length >= to && Arrays.equals(head, from, to, magic, 0, magic.length);
    }
}
