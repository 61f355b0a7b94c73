package io.nanocell.ingest.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gives a file a name that we chose, because DuckDB takes a path for a pattern: a link in a folder of its own,
/// a copy where links are not allowed. Closing removes both.
///
/// @param path the file under its new name
record StagedFile(Path path) implements AutoCloseable {

    static StagedFile of(Path original) throws IOException {
        Path real = original.toRealPath(); // a link must not be changed under us
        Path folder = Files.createTempDirectory("cells").toRealPath();
        Path staged = folder.resolve("cells.parquet");
        try {
            return new StagedFile(Files.createSymbolicLink(staged, real));
        } catch (UnsupportedOperationException | IOException | SecurityException e) { // Windows without the privilege
            return new StagedFile(Files.copy(real, staged));
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        Path folder = path.getParent();
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }
}
