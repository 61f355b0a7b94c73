package io.nanocell.reference.go;

import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/// Reads a text line by line, gunzipped where it starts as gzip does: annotation files inflate to some 150 MB.
final class Lines {

    /// Takes one line; refuses it with an IllegalArgumentException that says why.
    @FunctionalInterface
    interface Reader {
        void read(String line);
    }

    private Lines() {}

    /// @throws UnreadableReferenceException if the text is cut short or no UTF-8, or the reader refuses a line
    static void forEach(ReferenceFile file, Reader reader) {
        try (var lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    reader.read(line);
                } catch (IllegalArgumentException e) {
                    throw new UnreadableReferenceException(
                            file.name(), "line %d: %s".formatted(number, e.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
    }

    private static InputStream open(ReferenceFile file) throws IOException {
        byte[] bytes = file.bytes();
        var raw = new ByteArrayInputStream(bytes);
        boolean gzip = bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    }
}
