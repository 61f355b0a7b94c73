package io.nanocell.ingest.archive;

import io.nanocell.ingest.ArchiveLimits;
import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.check.FileKind;
import io.nanocell.ingest.check.InflationGuard;
import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An archive that can list its files and unpack some of them.
public sealed interface Archive permits ZipArchive, TarArchive {

    /// @return every file, checked: names stay inside, no links, not too many
    /// @throws io.nanocell.ingest.MalformedBundleException if the table of contents breaks a rule
    List<ArchiveEntry> entries() throws IOException;

    /// Writes files.
    ///
    /// @param targets where each entry is written
    /// @throws io.nanocell.ingest.MalformedBundleException if a file is damaged or is not as large as it said
    void unpack(Map<ArchiveEntry, Path> targets) throws IOException;

    /// @throws io.nanocell.ingest.MalformedBundleException "unsupported-file" if it is no such archive
    static Archive of(BundleFile file, ArchiveLimits limits) throws IOException {
        return switch (FileKind.of(file.path())) {
            case ZIP -> new ZipArchive(file, limits);
            case TAR -> new TarArchive(file, false, limits);
            case GZIP -> {
                try (InputStream in = InflationGuard.gunzip(file.path(), file.name(), limits.maxInflation())) {
                    if (FileKind.ofHead(in.readNBytes(TarHeader.BLOCK)) == FileKind.TAR) {
                        yield new TarArchive(file, true, limits);
                    }
                    throw unsupported(file, "is gzipped, but holds no tar archive");
                } catch (java.io.EOFException | java.util.zip.ZipException e) {
                    throw Violations.malformed(
                            file.name(), "content", "the gzip data are damaged or were cut short", Unpacking.AGAIN);
                }
            }
            case EMPTY -> throw Violations.malformed(file.name(), "content", "the file is empty", Unpacking.AGAIN);
            default -> throw unsupported(file, "is no zip, tar or tar.gz archive");
        };
    }

    private static RuntimeException unsupported(BundleFile file, String what) {
        return Violations.one(
                Violations.UNSUPPORTED,
                file.name(),
                "bundle",
                what,
                "send the Xenium output folder as zip, tar or tar.gz, or its files one by one");
    }
}
