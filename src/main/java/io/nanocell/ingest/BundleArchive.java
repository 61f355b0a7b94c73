package io.nanocell.ingest;

import io.nanocell.ingest.archive.Archive;
import io.nanocell.ingest.archive.ArchiveEntry;
import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Unpacks the files of a section, and only those, under names of ours.
final class BundleArchive {

    private BundleArchive() {}

    static XeniumBundle unpack(BundleFile archive, Path target, ArchiveLimits limits) {
        try {
            requireEmpty(target);
            Archive content = Archive.of(archive, limits);
            Map<BundleRole, ArchiveEntry> chosen = choose(archive.name(), content.entries());
            Map<ArchiveEntry, Path> targets = new LinkedHashMap<>();
            Map<BundleRole, BundleFile> files = new EnumMap<>(BundleRole.class);
            chosen.forEach((role, entry) -> {
                Path path = target.resolve(role.part());
                targets.put(entry, path);
                files.put(role, new BundleFile(path, entry.name()));
            });
            requireSpace(archive, target, chosen.values(), limits);
            boolean done = false;
            try {
                content.unpack(targets);
                done = true;
            } finally {
                if (!done) {
                    remove(targets);
                }
            }
            return new XeniumBundle(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireEmpty(Path target) throws IOException {
        try (Stream<Path> present = Files.list(target)) {
            if (present.findAny().isPresent()) {
                throw new IllegalArgumentException("the folder to unpack into is not empty: " + target);
            }
        }
    }

    /// No entry becomes larger than it says.
    private static void requireSpace(
            BundleFile archive, Path target, Collection<ArchiveEntry> entries, ArchiveLimits limits)
            throws IOException {
        long bytes = entries.stream().mapToLong(ArchiveEntry::bytes).reduce(0, Math::addExact);
        long free = Files.getFileStore(target).getUsableSpace() - limits.reserve();
        if (bytes > free) {
            throw Violations.one(
                    Violations.NO_ROOM,
                    archive.name(),
                    "content",
                    "unpacks to %d bytes, the disk has room for %d".formatted(bytes, Math.max(0, free)),
                    "free disk space or delete datasets, then upload again");
        }
    }

    private static Map<BundleRole, ArchiveEntry> choose(String archive, List<ArchiveEntry> entries) {
        Map<String, ArchiveEntry> byName = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (ArchiveEntry entry : entries) {
            byName.put(entry.name(), entry);
            count.merge(entry.name(), 1, Integer::sum);
        }
        Map<BundleRole, ArchiveEntry> chosen = new EnumMap<>(BundleRole.class);
        BundleLayout.choose(archive, byName.keySet()).forEach((role, name) -> {
            if (count.getOrDefault(name, 0) > 1) {
                throw Violations.malformed(
                        archive, role.part(), "holds %s more than once".formatted(name), "pack the folder again");
            }
            ArchiveEntry entry = byName.get(name);
            if (entry != null) {
                chosen.put(role, entry);
            }
        });
        return chosen;
    }

    private static void remove(Map<ArchiveEntry, Path> targets) throws IOException {
        for (Path path : targets.values()) {
            Files.deleteIfExists(path);
        }
    }
}
