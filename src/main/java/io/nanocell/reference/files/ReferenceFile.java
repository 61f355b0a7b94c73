package io.nanocell.reference.files;

import io.nanocell.reference.UnreadableReferenceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The bytes of one reference file, official or shipped.
///
/// @param name for error messages: a path, or the resource's name
/// @param bytes as they lie on disk
public record ReferenceFile(String name, byte[] bytes) {

    /// A reference table is a few megabytes; what inflates beyond this is no reference table.
    static final int MAX_TEXT_BYTES = 512 << 20;

    /// @throws UnreadableReferenceException if the file cannot be read
    public static ReferenceFile of(Path path) {
        try {
            return new ReferenceFile(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UnreadableReferenceException(path.toString(), e);
        }
    }

    /// @param name of a table that ships with the service
    /// @throws UnreadableReferenceException if the jar lacks it
    public static ReferenceFile shipped(String name) {
        String resource = "/reference-data/" + name;
        try (InputStream in = ReferenceFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnreadableReferenceException(resource, "it is not on the classpath");
            }
            return new ReferenceFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UnreadableReferenceException(resource, e);
        }
    }

    /// @return lower-case hex digest of the bytes
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// @return the text, gunzipped where the file starts as gzip does
    /// @throws UnreadableReferenceException if it is cut short, too large or no UTF-8
    public List<String> lines() {
        byte[] text = isGzip() ? inflate() : bytes;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new UnreadableReferenceException(name, "it is no UTF-8 text");
        }
    }

    private boolean isGzip() {
        return bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    private byte[] inflate() {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            byte[] text = in.readNBytes(MAX_TEXT_BYTES);
            if (in.read() >= 0) {
                throw new UnreadableReferenceException(name, "it inflates to more than " + MAX_TEXT_BYTES + " bytes");
            }
            return text;
        } catch (IOException e) {
            throw new UnreadableReferenceException(name, e);
        }
    }
}
