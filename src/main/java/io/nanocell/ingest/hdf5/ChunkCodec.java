package io.nanocell.ingest.hdf5;

import io.jhdf.filter.PipelineFilterWithData;
import io.nanocell.ingest.check.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Undoes the filters of a chunk, in reverse order, never to more bytes than the chunk declares.
///
/// @param file shown in messages
/// @param field data set, shown in messages
/// @param filters ids in writing order: 1 deflate, 2 shuffle, 3 fletcher32
/// @param chunkBytes size of a chunk without filters
/// @param elementBytes size of one element
record ChunkCodec(String file, String field, List<Integer> filters, int chunkBytes, int elementBytes) {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int CHECKSUM_BYTES = 4;

    /// @throws io.nanocell.ingest.MalformedBundleException for a filter that official files do not use
    static ChunkCodec of(
            String file, String field, List<PipelineFilterWithData> filters, int chunkBytes, int elementBytes) {
        for (PipelineFilterWithData filter : filters) {
            if (filter.getId() < DEFLATE || filter.getId() > FLETCHER32) {
                throw Violations.one(
                        Violations.UNSUPPORTED,
                        file,
                        field,
                        "compressed with HDF5 filter %d".formatted(filter.getId()),
                        "write the file with gzip compression, as Xenium Onboard Analysis does");
            }
        }
        List<Integer> ids = filters.stream().map(PipelineFilterWithData::getId).toList();
        return new ChunkCodec(file, field, ids, chunkBytes, elementBytes);
    }

    /// @return exactly `chunkBytes` bytes
    byte[] decode(byte[] stored) {
        byte[] bytes = stored;
        for (int filter : filters.reversed()) {
            bytes = switch (filter) {
                case DEFLATE -> inflate(bytes);
                case SHUFFLE -> unshuffle(bytes);
                default -> Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECKSUM_BYTES));
            };
        }
        if (bytes.length != chunkBytes) {
            throw damaged("has a chunk of %d bytes where %d are declared".formatted(bytes.length, chunkBytes));
        }
        return bytes;
    }

    private byte[] inflate(byte[] deflated) {
        byte[] out = new byte[Math.addExact(chunkBytes, CHECKSUM_BYTES)];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(deflated);
            int length = 0;
            while (length < out.length && !inflater.finished()) {
                int step = inflater.inflate(out, length, out.length - length);
                if (step == 0) {
                    break; // cut short, or a preset dictionary that HDF5 never uses
                }
                length += step;
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw (RuntimeException)
                    damaged("has a chunk that is no deflated data").initCause(e);
        }
    }

    /// HDF5 shuffle stores byte b of element i at `b * elements + i`.
    private byte[] unshuffle(byte[] shuffled) {
        int elements = shuffled.length / elementBytes;
        byte[] bytes = shuffled.clone(); // what follows the last whole element is not shuffled
        for (int b = 0; b < elementBytes; b++) {
            for (int i = 0; i < elements; i++) {
                bytes[i * elementBytes + b] = shuffled[b * elements + i];
            }
        }
        return bytes;
    }

    private RuntimeException damaged(String what) {
        return Violations.malformed(file, field, what, "upload the file again and compare its size with the original");
    }
}
