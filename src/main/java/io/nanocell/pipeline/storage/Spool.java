package io.nanocell.pipeline.storage;

import io.nanocell.results.DataDirectory;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The folder `incoming` of the data directory, where uploads wait until they are accepted or refused. What a dead
/// process left in it is removed at the start.
@Component
class Spool {

    private final Path root;

    Spool(DataDirectory directory) {
        this.root = Folders.create(directory.root().resolve("incoming"));
        Folders.empty(root);
    }

    Path newFolder() {
        return Folders.create(root.resolve(UUID.randomUUID().toString()));
    }

    /// @return the folder of one upload that `file` lies in
    /// @throws IllegalArgumentException if it lies in none
    Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!absolute.startsWith(root) || absolute.getNameCount() < root.getNameCount() + 2) {
            throw new IllegalArgumentException(file + " was not spooled below " + root);
        }
        return root.resolve(absolute.getName(root.getNameCount()));
    }

    /// Removes the folder of one upload.
    void discard(Path folder) {
        if (!root.equals(folder.toAbsolutePath().normalize().getParent())) {
            throw new IllegalArgumentException(folder + " is no folder of " + root);
        }
        Folders.delete(folder);
    }
}
