package io.nanocell.pipeline.storage;

import io.nanocell.results.DataDirectory;
import io.nanocell.results.Datasets;
import io.nanocell.results.FileRecord;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.util.unit.DataSize;

/// The files of all datasets. Rows and files come and go together: see [Intents].
@Service
public class BundleStore {

    private static final Logger LOG = LoggerFactory.getLogger(BundleStore.class);

    private final Path root;
    private final Path kept;
    private final Spool spool;
    private final Intents intents;
    private final Datasets datasets;
    private final long reserve;

    /// @param reserve bytes that stay free on the disk whatever is uploaded; the database needs them
    BundleStore(
            DataDirectory directory,
            Spool spool,
            Intents intents,
            Datasets datasets,
            @Value("${nanocell.upload.reserve:1GB}") DataSize reserve) {
        this.root = directory.root();
        this.kept = Folders.create(root.resolve("datasets"));
        this.spool = spool;
        this.intents = intents;
        this.datasets = datasets;
        this.reserve = reserve.toBytes();
        intents.noted().forEach(this::settle); // what a crash left half done
    }

    /// @param expected bytes that are about to be written; 0 if unknown
    /// @return a fresh empty folder for the parts of one upload
    /// @throws RequestRejected `insufficient-storage` (507) if the disk has no room for them
    public Path spoolFolder(long expected) {
        requireSpace(expected);
        return spool.newFolder();
    }

    /// @return the spool folder that `file` lies in
    /// @throws IllegalArgumentException if it was not spooled
    public Path spoolFolderOf(Path file) {
        return spool.folderOf(file);
    }

    /// Removes a spool folder with all that is in it. Fine if it is gone.
    public void discard(Path spoolFolder) {
        spool.discard(spoolFolder);
    }

    /// Moves spooled files into the folder of a new dataset, under names of our own, and keeps them there if
    /// `store`
    /// succeeds. It must have committed when it returns; if it throws, the files are gone.
    public <T> T keep(UUID dataset, List<SectionFile> files, Function<List<FileRecord>, T> store) {
        intents.note(dataset);
        try {
            T stored = store.apply(move(dataset, files));
            intents.forget(dataset);
            return stored;
        } catch (RuntimeException | Error refused) { // rethrown, after the files follow what is stored
            settleAfter(refused, dataset);
            throw refused;
        }
    }

    /// @return records of files that stay where they are, named by their absolute paths
    public List<FileRecord> reference(List<SectionFile> files) {
        return files.stream()
                .map(file -> record(file, file.file(), file.file().toString()))
                .toList();
    }

    /// Runs `deletion`, which must have committed when it returns, then removes the dataset's files.
    public void remove(UUID dataset, Runnable deletion) {
        intents.note(dataset);
        try {
            deletion.run();
        } catch (RuntimeException | Error refused) { // rethrown, after the files follow what is stored
            settleAfter(refused, dataset);
            throw refused;
        }
        settle(dataset);
    }

    /// Finds the files of a stored dataset again.
    ///
    /// @throws RequestRejected `malformed-bundle` if an imported file is gone or is no longer the one that was
    /// registered
    public List<SectionFile> open(List<FileRecord> files) {
        return files.stream().map(this::open).toList();
    }

    /// @return the digest that names the content of all these files
    public static String sha256(List<FileRecord> files) {
        return Sha256.of(files);
    }

    /// @throws RequestRejected `insufficient-storage` (507) if writing `expected` bytes would use up the reserve
    public void requireSpace(long expected) {
        long free;
        try {
            free = Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell how much space is left at " + root, e);
        }
        if (free - reserve < expected) {
            throw new RequestRejected(
                    "insufficient-storage",
                    507,
                    "The disk of the service has no room for this upload",
                    List.of(new ProblemViolation(
                            null,
                            null,
                            "%d bytes expected, %d free, %d kept in reserve".formatted(expected, free, reserve),
                            "free disk space or delete datasets, then upload again")));
        }
    }

    private List<FileRecord> move(UUID dataset, List<SectionFile> files) {
        Path folder = Folders.create(kept.resolve(dataset.toString()));
        List<FileRecord> records = new ArrayList<>();
        for (SectionFile file : files) {
            Path target = folder.resolve("%02d-%s".formatted(records.size(), file.role()));
            try {
                Files.move(file.file(), target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot move " + file.file() + " to " + target, e);
            }
            records.add(record(file, target, root.relativize(target).toString().replace('\\', '/')));
        }
        return records;
    }

    private static FileRecord record(SectionFile file, Path now, String storageKey) {
        try {
            return new FileRecord(file.role(), file.name(), Files.size(now), Sha256.of(now), storageKey);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + now, e);
        }
    }

    private SectionFile open(FileRecord file) {
        Path path = root.resolve(file.storageKey()); // an absolute key stays as it is
        boolean imported = !path.startsWith(kept);
        if (imported && !(Files.isRegularFile(path) && Sha256.of(path).equals(file.sha256()))) {
            throw new RequestRejected(
                    "malformed-bundle",
                    422,
                    "The imported file " + file.name() + " is gone or has changed since it was registered",
                    List.of(new ProblemViolation(
                            file.name(), null, null, "put the original file back or register the folder anew")));
        }
        return new SectionFile(file.role(), file.name(), path);
    }

    /// Files live exactly as long as their row.
    private void settle(UUID dataset) {
        if (!datasets.exists(dataset)) {
            Folders.delete(kept.resolve(dataset.toString()));
        }
        intents.forget(dataset);
    }

    /// An error at the commit does not tell whether it took place, so the database is asked. Where that fails too
    /// the
    /// intent stays, and the next start settles it.
    private void settleAfter(Throwable refused, UUID dataset) {
        try {
            settle(dataset);
        } catch (DataAccessException | TransactionException | UncheckedIOException e) {
            LOG.warn("The next start removes what dataset {} may have left: {}", dataset, e.getMessage());
            refused.addSuppressed(e);
        }
    }
}
