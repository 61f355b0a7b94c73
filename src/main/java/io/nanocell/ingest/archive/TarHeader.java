package io.nanocell.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A 512-byte header of a tar archive: POSIX ustar, with GNU's binary numbers.
///
/// @param name prefix and name
/// @param bytes size of the content that follows, padded to whole blocks
/// @param type '0' or NUL a file, '5' a folder, 'x' 'g' pax records, 'L' a long name, the rest links and
/// devices
record TarHeader(String name, long bytes, char type) {

    static final int BLOCK = 512;

    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_LENGTH = 155;

    /// @throws IllegalArgumentException if the block is no header
    static TarHeader of(byte[] block) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean ofChecksum = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
            sum += ofChecksum ? ' ' : Byte.toUnsignedInt(block[i]);
        }
        if (sum != number(block, CHECKSUM_AT, CHECKSUM_LENGTH)) {
            throw new IllegalArgumentException("the checksum of a header is wrong");
        }
        long bytes = number(block, SIZE_AT, SIZE_LENGTH);
        if (bytes < 0) {
            throw new IllegalArgumentException("an entry has a negative size");
        }
        boolean posix = text(block, 257, 6).equals("ustar"); // GNU writes blanks after it and uses the prefix otherwise
        String prefix = posix ? text(block, PREFIX_AT, PREFIX_LENGTH) : "";
        String name = text(block, 0, NAME_LENGTH);
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, bytes, (char) block[TYPE_AT]);
    }

    boolean isFile() {
        return type == '0' || type == 0;
    }

    boolean isFolder() {
        return type == '5';
    }

    TarHeader named(String other) {
        return new TarHeader(other, bytes, type);
    }

    TarHeader sized(long other) {
        return new TarHeader(name, other, type);
    }

    static boolean isEnd(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /// Octal digits, or with the highest bit set a big-endian binary number.
    private static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            long value = block[from] & 0x7f;
            for (int i = from + 1; i < from + length; i++) {
                if (value >= 1L << 54) {
                    throw new IllegalArgumentException("a number of a header is too large");
                }
                value = value << 8 | Byte.toUnsignedInt(block[i]);
            }
            return value;
        }
        String digits = text(block, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
