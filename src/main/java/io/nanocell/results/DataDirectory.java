package io.nanocell.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The folder of everything that the service writes, `nanocell.data-dir`. While this exists no other service uses
/// it:
/// the lock on the file `lock` ends with the process, however it ends.
public class DataDirectory implements Closeable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final FileChannel lockFile;

    /// @throws DataDirectoryInUseException if another service works in this folder
    DataDirectory(Path folder) throws IOException {
        createForOwner(folder);
        this.root = folder.toRealPath();
        this.lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            lockFile.close();
            throw new DataDirectoryInUseException(root);
        }
    }

    /// Creates a folder that its owner alone can open, where the file system knows owners. One that is there keeps the
    /// rights that someone gave it.
    ///
    /// @return the folder
    public static Path createForOwner(Path folder) throws IOException {
        if (Files.notExists(folder)
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        return Files.createDirectories(folder);
    }

    /// @return a folder in this one that its owner alone can open, whatever rights it had
    Path privateFolder(String name) throws IOException {
        Path folder = createForOwner(root.resolve(name));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
        return folder;
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
