package io.nanocell.ingest.archive;

import io.nanocell.ingest.ArchiveLimits;
import io.nanocell.ingest.BundleFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// What the table of contents of a zip tells and `ZipFile` does not: how much memory it takes, before any is taken, and
/// which entries are links. Source: PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16.
///
/// @param entries as declared by the end record
/// @param bytes length of the table
/// @param start of the table in the file
record ZipDirectory(long entries, long bytes, long start) {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64_LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_LENGTH = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int MADE_ON_UNIX = 3;
    private static final int FILE_TYPE = 0xf000; // of a Unix mode
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private static final int BYTES_PER_ENTRY = 512; // more in the mean is nobody's

    /// @throws io.nanocell.ingest.MalformedBundleException if it has too many entries, or one is a link or a device
    /// @throws ZipException if there is no table
    static void check(BundleFile file, ArchiveLimits limits) throws IOException {
        try (FileChannel zip = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            ZipDirectory directory = find(zip);
            int most = limits.maxEntries();
            Unpacking.checkCount(file.name(), directory.entries, limits);
            if (directory.bytes > (long) most * BYTES_PER_ENTRY) {
                throw Unpacking.tooLarge(file.name(), "has a table of contents of %d bytes".formatted(directory.bytes));
            }
            directory.checkEntries(zip, file.name(), limits);
        }
    }

    private static ZipDirectory find(FileChannel zip) throws IOException {
        int length = (int) Math.min(zip.size(), END_LENGTH + MAX_COMMENT);
        long at = zip.size() - length;
        ByteBuffer tail = read(zip, at, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END && i + END_LENGTH + Short.toUnsignedInt(tail.getShort(i + 20)) == length) {
                long entries = Short.toUnsignedLong(tail.getShort(i + 10));
                long bytes = Integer.toUnsignedLong(tail.getInt(i + 12));
                boolean large = entries == 0xffff || bytes == 0xffff_ffffL || tail.getInt(i + 16) == -1;
                ZipDirectory large64 = large ? find64(zip, at + i) : null;
                // as ZipFile does: the table ends where its end record starts
                return large64 == null ? new ZipDirectory(entries, bytes, at + i - bytes) : large64;
            }
        }
        throw new ZipException("no end record");
    }

    private static @Nullable ZipDirectory find64(FileChannel zip, long end) throws IOException {
        if (end < END64_LOCATOR_LENGTH) {
            return null;
        }
        ByteBuffer locator = read(zip, end - END64_LOCATOR_LENGTH, END64_LOCATOR_LENGTH);
        if (locator.getInt(0) != END64_LOCATOR) {
            return null;
        }
        long at = locator.getLong(8);
        ByteBuffer record = read(zip, at, END64_LENGTH);
        if (record.getInt(0) != END64) {
            return null;
        }
        return new ZipDirectory(record.getLong(32), record.getLong(40), at - record.getLong(40));
    }

    private void checkEntries(FileChannel zip, String file, ArchiveLimits limits) throws IOException {
        ByteBuffer table = read(zip, start, Math.toIntExact(bytes));
        int count = 0;
        for (int at = 0; at + ENTRY_LENGTH <= bytes; ) {
            if (table.getInt(at) != ENTRY) {
                throw new ZipException("damaged table of contents");
            }
            Unpacking.checkCount(file, ++count, limits); // the end record may have lied
            int name = Short.toUnsignedInt(table.getShort(at + 28));
            int type = table.getInt(at + 38) >>> 16 & FILE_TYPE;
            boolean unix = table.get(at + 5) == MADE_ON_UNIX;
            if (unix && type != 0 && type != REGULAR && type != FOLDER) {
                byte[] text = new byte[Math.min(name, table.capacity() - at - ENTRY_LENGTH)];
                table.get(at + ENTRY_LENGTH, text);
                throw Unpacking.link(file, new String(text, StandardCharsets.UTF_8));
            }
            at += ENTRY_LENGTH
                    + name
                    + Short.toUnsignedInt(table.getShort(at + 30))
                    + Short.toUnsignedInt(table.getShort(at + 32));
        }
    }

    /// @throws EOFException if the file ends before, or the place is none
    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        if (at < 0 || length < 0 || at > file.size() - length) {
            throw new EOFException("the zip points to a place outside of itself");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the zip ends before its table of contents");
            }
        }
        return bytes.flip();
    }
}
