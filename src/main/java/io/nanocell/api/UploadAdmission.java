package io.nanocell.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Who may upload, decided before the first byte is read. The bytes that others have announced and not yet sent count
/// as
/// used: many uploads at once must not fill the disk that the database lies on.
final class UploadAdmission {

    /// Each holds a thread of the server for as long as its client takes.
    static final int MAX_UPLOADS = 16;

    private final Path folder;
    private final long maxBytes;
    private final long reserve;
    private int uploads;
    private long announced;

    /// @param folder where parts are written
    /// @param maxBytes limit of one upload
    /// @param reserve bytes of the disk that stay free
    UploadAdmission(Path folder, long maxBytes, long reserve) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.reserve = reserve;
    }

    sealed interface Answer {}

    /// @param bytes to be given back to [#leave]
    record Admitted(long bytes) implements Answer {}

    record TooLarge(long bytes, long maxBytes) implements Answer {}

    record TooMany(int uploads) implements Answer {}

    record NoRoom(long bytes, long free) implements Answer {}

    /// @param length as announced, −1 if unknown: then it may become as large as any
    synchronized Answer enter(long length) throws IOException {
        long bytes = length < 0 ? maxBytes : length;
        if (bytes > maxBytes) {
            return new TooLarge(bytes, maxBytes);
        }
        if (uploads >= MAX_UPLOADS) {
            return new TooMany(uploads);
        }
        long outstanding = Math.max(0, announced - written());
        long free = Math.max(0, Files.getFileStore(folder).getUsableSpace() - reserve - outstanding);
        if (bytes > free) {
            return new NoRoom(bytes, free);
        }
        uploads++;
        announced += bytes;
        return new Admitted(bytes);
    }

    synchronized void leave(Admitted upload) {
        uploads--;
        announced -= upload.bytes();
    }

    /// Parts that are being received lie in the folder itself, those that were received below it.
    private long written() throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.mapToLong(
                            part -> part.toFile().isFile() ? part.toFile().length() : 0) // 0 once it is gone
                    .sum();
        }
    }
}
