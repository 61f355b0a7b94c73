package io.nanocell.pipeline.storage;

import io.nanocell.results.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Notes on disk which datasets are just being added or removed, so that rows and files agree again after a crash
/// in
/// between: the next start asks the database about every noted dataset, and only about those.
@Component
class Intents {

    private final Path root;

    Intents(DataDirectory directory) {
        this.root = Folders.create(directory.root().resolve("intents"));
    }

    void note(UUID dataset) {
        try {
            Files.createFile(root.resolve(dataset.toString()));
        } catch (FileAlreadyExistsException _) {
            // noted already, by a removal that failed halfway
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + root, e);
        }
    }

    void forget(UUID dataset) {
        Folders.delete(root.resolve(dataset.toString()));
    }

    List<UUID> noted() {
        try (var entries = Files.list(root)) {
            return entries.map(entry -> UUID.fromString(entry.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }
}
