package io.nanocell.pipeline.storage;

import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The only folder below which a caller may name a path, `nanocell.import-root`. Paths are compared as real paths,
/// so no
/// `..` and no symbolic link leads out of it.
@Component
public class ImportRoot {

    private final Optional<Path> root;

    /// @throws UncheckedIOException if the folder is set but is not there: the start fails
    ImportRoot(@Value("${nanocell.import-root:}") String folder) {
        this.root = folder.isBlank() ? Optional.empty() : Optional.of(real(Path.of(folder)));
    }

    /// @param path absolute, or relative to the import root
    /// @return the real path of an existing folder below the root, or of the root itself
    /// @throws RequestRejected `invalid-parameters` (422) if no root is set, or there is no such folder below it,
    /// or a
    /// link within the folder leads out of the root
    public Path folder(String path) {
        Path base = root.orElseThrow(() ->
                rejected(path, "Folders cannot be imported here", "set nanocell.import-root or upload the files"));
        Path folder = resolve(base, path);
        if (!folder.startsWith(base) || !Files.isDirectory(folder)) {
            throw missing(path); // the same answer for what lies outside: it tells nothing about the machine
        }
        requireLinksStayInside(base, folder, path);
        return folder;
    }

    private static Path resolve(Path base, String path) {
        try {
            return base.resolve(path).toRealPath();
        } catch (IOException | InvalidPathException _) { // absent, not readable or no path at all
            throw missing(path);
        }
    }

    private static void requireLinksStayInside(Path base, Path folder, String path) {
        try (var entries = Files.walk(folder)) { // does not follow links
            entries.filter(Files::isSymbolicLink).forEach(link -> requireInside(base, folder, link, path));
        } catch (IOException | UncheckedIOException _) {
            throw rejected(path, "The folder cannot be read", "give the service the right to read all of it");
        }
    }

    private static void requireInside(Path base, Path folder, Path link, String path) {
        try {
            if (link.toRealPath().startsWith(base)) {
                return;
            }
        } catch (IOException _) {
            // a link to nothing: it is of no use to us either
        }
        throw rejected(
                path,
                "The link %s leads out of the import root or to nothing".formatted(folder.relativize(link)),
                "replace the link by the file it stands for");
    }

    private static RequestRejected missing(String path) {
        return rejected(path, "There is no such folder below the import root", "name a folder below the import root");
    }

    private static RequestRejected rejected(String path, String message, String remedy) {
        String shown = path.replace('\0', '\uFFFD');
        return new RequestRejected(
                "invalid-parameters", 422, message, List.of(new ProblemViolation(null, "path", shown, remedy)));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("nanocell.import-root names no folder: " + folder, e);
        }
    }
}
