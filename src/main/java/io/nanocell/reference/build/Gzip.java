package io.nanocell.reference.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Gzip that gives the same bytes for the same text: no time, no name, best compression.
final class Gzip {

    private Gzip() {}

    static byte[] of(byte[] text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new BestCompression(bytes)) {
            gzip.write(text);
        }
        return bytes.toByteArray();
    }

    private static final class BestCompression extends GZIPOutputStream {

        BestCompression(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
