package io.nanocell.ingest.archive;

import io.nanocell.ingest.ArchiveLimits;
import io.nanocell.ingest.check.InflationGuard;
import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes files and counts what they really hold.
final class Unpacking {

    static final String AGAIN = "upload the file again and compare its size with the original";

    private static final String RELATIVE = "pack the folder with relative names, without links";

    private final ArchiveLimits limits;
    private long written;

    Unpacking(ArchiveLimits limits) {
        this.limits = limits;
    }

    /// @param content read to the end, which must come after as many bytes as the entry declares
    /// @param target must not be there yet
    void write(ArchiveEntry entry, InputStream content, Path target) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                Cancellation.check();
                bytes += read;
                written += read;
                InflationGuard.check(entry.name(), bytes, entry.storedBytes(), limits.maxInflation());
                if (bytes > entry.bytes() || written > limits.maxBytes()) {
                    throw tooLarge(
                            entry.name(),
                            "unpacks to more than %d bytes".formatted(Math.min(entry.bytes(), limits.maxBytes())));
                }
                out.write(buffer, 0, read);
            }
        }
        if (bytes != entry.bytes()) {
            throw Violations.malformed(
                    entry.name(), "content", "has %d bytes, %d are declared".formatted(bytes, entry.bytes()), AGAIN);
        }
    }

    /// @return the name with `/`, without `./`
    /// @throws io.nanocell.ingest.MalformedBundleException if it is absolute or leads out of the folder
    static String safeName(String archive, String name) {
        String slashed = name.replace('\\', '/');
        boolean absolute = slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*");
        StringBuilder safe = new StringBuilder();
        for (String part : slashed.split("/", -1)) {
            if (absolute || part.equals("..") || part.indexOf('\0') >= 0) {
                throw Violations.malformed(archive, "entry", "the name leads out of the archive: " + name, RELATIVE);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                safe.append(safe.isEmpty() ? "" : "/").append(part);
            }
        }
        return safe.toString();
    }

    static RuntimeException link(String archive, String name) {
        return Violations.malformed(archive, "entry", "is a link or a device: " + name, RELATIVE);
    }

    static void checkCount(String archive, long entries, ArchiveLimits limits) {
        if (entries < 0 || entries > limits.maxEntries()) { // as unsigned numbers
            throw tooLarge(archive, "has more than %d entries".formatted(limits.maxEntries()));
        }
    }

    static RuntimeException tooLarge(String file, String what) {
        return Violations.one(
                Violations.TOO_LARGE,
                file,
                "content",
                what,
                "send the matrix and the cell table alone, or raise the limit");
    }
}
