package io.nanocell.ingest;

import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds a bundle in a folder. Links are resolved here, once; what they lead to must lie below the root.
final class BundleFolder {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_FILES = 100_000;

    private BundleFolder() {}

    static XeniumBundle find(Path folder, Path root) {
        String shown = String.valueOf(folder.getFileName());
        try {
            Path realRoot = root.toRealPath();
            Path realFolder = folder.toRealPath();
            requireBelow(realRoot, realFolder, shown);
            List<String> names = new ArrayList<>();
            try (Stream<Path> paths = Files.walk(realFolder, MAX_DEPTH)) { // does not enter linked folders
                paths.filter(Files::isRegularFile)
                        .limit(MAX_FILES)
                        .forEach(path ->
                                names.add(realFolder.relativize(path).toString().replace('\\', '/')));
            }
            Map<BundleRole, BundleFile> files = new EnumMap<>(BundleRole.class);
            for (var chosen : BundleLayout.choose(shown, names).entrySet()) {
                Path real = realFolder.resolve(chosen.getValue()).toRealPath();
                requireBelow(realRoot, real, chosen.getValue());
                files.put(chosen.getKey(), new BundleFile(real, chosen.getValue()));
            }
            return new XeniumBundle(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireBelow(Path root, Path path, String shown) {
        if (!path.startsWith(root)) {
            throw Violations.malformed(
                    shown,
                    "path",
                    "leads out of the folder that may be read",
                    "copy the files instead of linking them");
        }
    }
}
