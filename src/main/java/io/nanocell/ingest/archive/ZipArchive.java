package io.nanocell.ingest.archive;

import io.nanocell.ingest.ArchiveLimits;
import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.check.InflationGuard;
import io.nanocell.ingest.check.Violations;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip archive, read by its central directory.
record ZipArchive(BundleFile file, ArchiveLimits limits) implements Archive {

    @Override
    public List<ArchiveEntry> entries() throws IOException {
        try {
            ZipDirectory.check(file, limits);
            return checked();
        } catch (ZipException | EOFException | ArithmeticException e) {
            throw damaged(e);
        }
    }

    private List<ArchiveEntry> checked() throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            List<ArchiveEntry> entries = new ArrayList<>();
            long bytes = 0;
            int position = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = Unpacking.safeName(file.name(), entry.getName());
                bytes = Math.addExact(bytes, Math.max(0, entry.getSize()));
                InflationGuard.check(name, entry.getSize(), entry.getCompressedSize(), limits.maxInflation());
                if (!entry.isDirectory()) {
                    entries.add(new ArchiveEntry(position, name, entry.getSize(), entry.getCompressedSize()));
                }
                position++;
            }
            InflationGuard.check(file.name(), bytes, Files.size(file.path()), limits.maxInflation());
            return entries;
        }
    }

    @Override
    public void unpack(Map<ArchiveEntry, Path> targets) throws IOException {
        Unpacking unpacking = new Unpacking(limits);
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            for (var target : targets.entrySet()) {
                ZipEntry entry = entries.get(target.getKey().position());
                try (var content = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                    unpacking.write(target.getKey(), content, target.getValue());
                    if (content.getChecksum().getValue() != entry.getCrc()) { // ZipFile does not look at it
                        throw new ZipException("checksum of " + target.getKey().name());
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    private RuntimeException damaged(Exception cause) {
        RuntimeException damaged = Violations.malformed(
                file.name(), "content", "the zip archive is damaged or was cut short", Unpacking.AGAIN);
        damaged.initCause(cause);
        return damaged;
    }
}
