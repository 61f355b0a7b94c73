package io.nanocell.ingest.archive;

import io.nanocell.ingest.ArchiveLimits;
import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.check.InflationGuard;
import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.Cancellation;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/// A tar archive, plain or gzipped: gone through once for the table of contents and once more to unpack.
record TarArchive(BundleFile file, boolean gzipped, ArchiveLimits limits) implements Archive {

    @FunctionalInterface
    private interface EntryBody {
        void accept(ArchiveEntry entry, InputStream content) throws IOException;
    }

    @Override
    public List<ArchiveEntry> entries() throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        forEach((entry, _) -> entries.add(entry));
        return entries;
    }

    @Override
    public void unpack(Map<ArchiveEntry, Path> targets) throws IOException {
        Unpacking unpacking = new Unpacking(limits);
        Map<Integer, Path> byPosition = new HashMap<>();
        targets.forEach((entry, target) -> byPosition.put(entry.position(), target));
        forEach((entry, content) -> {
            Path target = byPosition.get(entry.position());
            if (target != null) {
                unpacking.write(entry, content, target);
            }
        });
    }

    private void forEach(EntryBody body) throws IOException {
        try (TarReader tar = new TarReader(open())) {
            int position = 0;
            for (TarHeader header = tar.next(); header != null; header = tar.next()) {
                Cancellation.check();
                String name = Unpacking.safeName(file.name(), header.name());
                if (!header.isFile() && !header.isFolder()) {
                    throw Unpacking.link(file.name(), name);
                }
                if (header.isFile()) {
                    body.accept(new ArchiveEntry(position, name, header.bytes(), header.bytes()), tar);
                }
                Unpacking.checkCount(file.name(), ++position, limits);
            }
        } catch (IllegalArgumentException | EOFException | ZipException e) {
            RuntimeException damaged = Violations.malformed(
                    file.name(), "content", "the tar archive is damaged or was cut short", Unpacking.AGAIN);
            damaged.initCause(e);
            throw damaged;
        }
    }

    private InputStream open() throws IOException {
        return gzipped
                ? InflationGuard.gunzip(file.path(), file.name(), limits.maxInflation())
                : new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
    }
}
