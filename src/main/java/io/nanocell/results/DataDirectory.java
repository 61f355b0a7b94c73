package io.nanocell.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder of everything that the service writes, `nanocell.data-dir`. While this exists no other service uses
/// it:
/// the lock on the file `lock` ends with the process, however it ends.
@Component
public class DataDirectory implements Closeable {

    private final Path root;
    private final FileChannel lockFile;

    /// @throws DataDirectoryInUseException if another service works in this folder
    DataDirectory(@Value("${nanocell.data-dir}") Path folder) throws IOException {
        createForOwner(folder);
        this.root = folder.toRealPath();
        this.lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            lockFile.close();
            throw new DataDirectoryInUseException(root);
        }
    }

    /// A folder that is there keeps the rights that someone gave it.
    private static void createForOwner(Path folder) throws IOException {
        boolean knowsOwners =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.notExists(folder) && knowsOwners) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// @return the folder, absolute and real
    public Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private boolean locked() throws IOException {
        try {
            return lockFile.tryLock() != null;
        } catch (OverlappingFileLockException _) { // another context within this process
            return false;
        }
    }
}
