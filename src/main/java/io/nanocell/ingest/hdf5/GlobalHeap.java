package io.nanocell.ingest.hdf5;

import io.jhdf.storage.HdfBackingStorage;
import io.nanocell.ingest.check.Violations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// The texts of variable length that lie in the global heap of an HDF5 file. Read here and not by the library, which
/// takes as much memory as the file asks for: a few kilobytes can name the same long text a million times. Source: HDF5
/// File Format Specification 3.0, III.E and IV.A.2.d (variable length).
///
/// Not safe for use by several threads.
final class GlobalHeap {

    /// A reference: length, address of the collection, number of the object in it.
    static final int REFERENCE_BYTES = 16;

    private static final int HEADER = 16;
    private static final int MAGIC = 'G' | 'C' << 8 | 'O' << 16 | 'L' << 24;
    private static final int MAX_COLLECTION = 1 << 16; // of short texts they have 4 KiB
    private static final int KEPT_COLLECTIONS = 64;

    private final String file;
    private final String field;
    private final HdfBackingStorage storage;
    private final int maxText;
    private final Map<Long, Map<Integer, String>> collections = new HashMap<>();

    /// @param maxText bytes of the longest text that is read
    GlobalHeap(String file, String field, HdfBackingStorage storage, int maxText) {
        this.file = file;
        this.field = field;
        this.storage = storage;
        this.maxText = maxText;
    }

    /// @param references little-endian
    /// @param at where the reference starts
    String text(ByteBuffer references, int at) {
        int length = references.getInt(at);
        long address = references.getLong(at + Integer.BYTES);
        if (length == 0 || address == 0) {
            return "";
        }
        if (!collections.containsKey(address)) {
            if (collections.size() == KEPT_COLLECTIONS) {
                collections.clear();
            }
            collections.put(address, collection(address));
        }
        int number = references.getInt(at + Integer.BYTES + Long.BYTES);
        String text = collections.getOrDefault(address, Map.of()).get(number);
        if (text == null) {
            throw damaged();
        }
        return text;
    }

    private Map<Integer, String> collection(long address) {
        ByteBuffer header = bytes(address, HEADER);
        long size = header.getLong(8);
        if (header.getInt(0) != MAGIC || size < HEADER || size > MAX_COLLECTION) {
            throw damaged();
        }
        ByteBuffer bytes = bytes(address, (int) size);
        Map<Integer, String> texts = new HashMap<>();
        for (int at = HEADER; at + HEADER <= size && bytes.getShort(at) != 0; ) { // object 0 is free space
            long length = bytes.getLong(at + 8);
            if (length < 0 || length > size - at - HEADER) {
                throw damaged();
            }
            if (length > maxText) {
                throw Violations.malformed(
                        file, field, "a text of %d bytes".formatted(length), "ids and names have less than a hundred");
            }
            byte[] text = new byte[(int) length];
            bytes.get(at + HEADER, text);
            texts.put(Short.toUnsignedInt(bytes.getShort(at)), Hdf5Strings.trimmed(text));
            at += HEADER + (int) (length + 7 & -8);
        }
        return texts;
    }

    private ByteBuffer bytes(long address, int length) {
        return Hdf5Call.read(file, field, () -> {
            ByteBuffer read = storage.readBufferFromAddress(address, length);
            if (read.remaining() < length) {
                throw new IndexOutOfBoundsException("address " + address);
            }
            return read.order(ByteOrder.LITTLE_ENDIAN);
        });
    }

    private RuntimeException damaged() {
        return Violations.malformed(
                file, field, "points to no text", "upload the file again and compare its size with the original");
    }
}
