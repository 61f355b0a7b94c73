package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;

/// Compares the length that an HDF5 file declares with the one it has, which jHDF does not do: a file that lost
/// its end may still be read halfway. Source: HDF5 File Format Specification 3.0, II.A.
final class Hdf5Superblock {

    private static final int VERSION_AT = 8;
    private static final int LENGTH = 64;

    private Hdf5Superblock() {}

    /// @throws io.nanocell.ingest.MalformedBundleException if the end of the file is missing
    static void requireComplete(BundleFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] head = in.readNBytes(LENGTH);
            if (head.length < LENGTH) {
                throw cutShort(file, "has only %d bytes".formatted(head.length));
            }
            ByteBuffer superblock = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            long declared = endOfFile(superblock);
            long bytes = Files.size(file.path());
            if (declared > bytes) {
                throw cutShort(file, "has %d bytes of %d".formatted(bytes, declared));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return −1 where offsets are not the usual 8 bytes or the version is unknown
    private static long endOfFile(ByteBuffer superblock) {
        int version = superblock.get(VERSION_AT);
        int offsetBytes = superblock.get(version < 2 ? 13 : 9);
        if (offsetBytes != Long.BYTES) {
            return -1;
        }
        return switch (version) {
            case 0 -> superblock.getLong(40);
            case 1 -> superblock.getLong(44);
            case 2, 3 -> superblock.getLong(28);
            default -> -1;
        };
    }

    private static RuntimeException cutShort(BundleFile file, String what) {
        return Violations.malformed(
                file.name(), "header", what, "upload the file again and compare its size with the original");
    }
}
