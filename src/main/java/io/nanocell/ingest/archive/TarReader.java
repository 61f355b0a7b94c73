package io.nanocell.ingest.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Goes through a tar archive entry by entry; reading gives the content of the present one. Long names and
/// sizes of pax and GNU are understood.
final class TarReader extends FilterInputStream {

    private static final int MAX_RECORDS = 1 << 20;

    private long left;
    private int padding;

    TarReader(InputStream in) {
        super(in);
    }

    /// @return the next entry, null at the end
    /// @throws IllegalArgumentException if the archive is damaged
    @Nullable
    TarHeader next() throws IOException {
        String name = null;
        long size = -1;
        while (true) {
            in.skipNBytes(left + padding);
            byte[] block = in.readNBytes(TarHeader.BLOCK);
            if (block.length == 0 || TarHeader.isEnd(block)) {
                left = 0;
                padding = 0;
                return null;
            }
            if (block.length < TarHeader.BLOCK) {
                throw new EOFException("a header is cut short");
            }
            TarHeader header = TarHeader.of(block);
            switch (header.type()) {
                case 'L' -> {
                    byte[] longName = records(header);
                    name = TarHeader.text(longName, 0, longName.length);
                }
                case 'x' -> {
                    byte[] records = records(header);
                    String path = record(records, "path");
                    String bytes = record(records, "size");
                    name = path == null ? name : path;
                    size = bytes == null ? size : Long.parseLong(bytes);
                }
                case 'g', 'K' -> records(header);
                default -> {
                    TarHeader named = name == null ? header : header.named(name);
                    TarHeader entry = size < 0 ? named : named.sized(size);
                    open(entry.bytes());
                    return entry;
                }
            }
        }
    }

    private void open(long bytes) {
        left = bytes;
        padding = (int) (-bytes & (TarHeader.BLOCK - 1));
    }

    private byte[] records(TarHeader header) throws IOException {
        if (header.bytes() > MAX_RECORDS) {
            throw new IllegalArgumentException("an extended header is longer than 1 MiB");
        }
        open(header.bytes());
        byte[] records = readNBytes((int) header.bytes());
        if (records.length < header.bytes()) {
            throw new EOFException("an extended header is cut short");
        }
        return records;
    }

    /// A pax record is "<length> <key>=<value>\n", the length counting all of it.
    private static @Nullable String record(byte[] records, String key) {
        String found = null;
        int at = 0;
        while (at < records.length && records[at] != 0) {
            int blank = at;
            while (blank < records.length && records[blank] != ' ') {
                blank++;
            }
            int length = Integer.parseInt(new String(records, at, blank - at, StandardCharsets.US_ASCII));
            if (length <= blank - at + 1 || length > records.length - at) {
                throw new IllegalArgumentException("a record of an extended header is damaged");
            }
            String text = new String(records, blank + 1, length - (blank - at) - 2, StandardCharsets.UTF_8);
            if (text.startsWith(key + "=")) {
                found = text.substring(key.length() + 1);
            }
            at += length;
        }
        return found;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("an entry is cut short");
        }
        left -= read;
        return read;
    }
}
