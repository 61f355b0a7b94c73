package io.nanocell.ingest.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.OrderedDataType;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.Parallel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A one-dimensional data set, read piece by piece: memory holds one inflated chunk per thread, not the whole.
///
/// @param file shown in messages
/// @param field path of the data set
/// @param dataset the library's view of it
/// @param length number of elements
record Hdf5Array(String file, String field, Dataset dataset, int length) {

    /// Work on elements `first` … `first + count − 1`, element i of them at `i · element size` of `bytes`.
    @FunctionalInterface
    interface PieceBody {
        void accept(int piece, int first, int count, ByteBuffer bytes);
    }

    /// Deflate cannot do better, so a larger ratio is a lie about the size.
    private static final long MAX_DEFLATION = 1032;

    private static final int MAX_CHUNK_BYTES = 1 << 28;
    private static final long MOST_FOR_CHUNKS = 1 << 29; // bytes; the section itself needs the rest
    private static final int COPIES_OF_CHUNK = 3; // inflated, without its checksum, shuffled back
    private static final int CONTIGUOUS_PIECE = 1 << 20;

    /// @param maxLength the most elements that make sense here
    /// @throws MalformedBundleException if the shape or the declared size is impossible
    static Hdf5Array of(String file, String field, Dataset dataset, long maxLength) {
        long[] dimensions = Hdf5Call.read(file, field, dataset::getDimensionsAsLong);
        if (dimensions.length != 1) {
            throw Violations.malformed(
                    file, field, dimensions.length + " dimensions", "write it as 10x does, with one dimension");
        }
        if (dimensions[0] > maxLength) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    file,
                    field,
                    "%d elements, at most %d are read".formatted(dimensions[0], maxLength),
                    "split the section");
        }
        long bytes = Math.multiplyExact(dimensions[0], (long)
                Hdf5Call.read(file, field, () -> dataset.getDataType().getSize()));
        long stored = dimensions[0] == 0 ? 0 : Hdf5Call.read(file, field, dataset::getStorageInBytes);
        if (bytes > Math.multiplyExact(stored, MAX_DEFLATION)) {
            throw Violations.malformed(
                    file,
                    field,
                    "declares %d bytes, but stores only %d".formatted(bytes, stored),
                    "the file is damaged: write it again");
        }
        return new Hdf5Array(file, field, dataset, Math.toIntExact(dimensions[0]));
    }

    /// @return number of pieces that [#forEachPiece] works on
    int pieces() {
        return Parallel.chunkCount(length, pieceLength());
    }

    private int pieceLength() {
        if (!(dataset instanceof ChunkedDataset chunked)) {
            return CONTIGUOUS_PIECE;
        }
        int elements = Hdf5Call.read(file, field, chunked::getChunkDimensions)[0];
        long bytes = (long) elements * elementBytes();
        if (elements < 1 || bytes > MAX_CHUNK_BYTES) {
            throw Violations.malformed(
                    file,
                    field,
                    "chunks of %d elements of %d bytes".formatted(elements, elementBytes()),
                    "write it with chunks of at most 256 MiB");
        }
        int atOnce = Math.min(
                Parallel.chunkCount(length, elements), Runtime.getRuntime().availableProcessors());
        if (bytes * COPIES_OF_CHUNK * atOnce
                > Math.min(MOST_FOR_CHUNKS, Runtime.getRuntime().maxMemory() / 2)) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    file,
                    field,
                    "chunks of %d MiB, %d at a time".formatted(bytes >> 20, atOnce),
                    "write it with chunks of about 1 MiB, as 10x does");
        }
        return elements;
    }

    private int elementBytes() {
        return dataset.getDataType().getSize();
    }

    /// Calls `body` once for each piece, on all kernel threads, in no particular order.
    void forEachPiece(PieceBody body) {
        if (length == 0) {
            return;
        }
        ByteOrder order =
                dataset.getDataType() instanceof OrderedDataType type ? type.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
        int piece = pieceLength();
        switch (dataset) {
            case ChunkedDataset chunked -> {
                int chunkBytes = piece * elementBytes();
                ChunkCodec codec = ChunkCodec.of(
                        file, field, Hdf5Call.read(file, field, chunked::getFilters), chunkBytes, elementBytes());
                Hdf5Call.read(file, field, chunked::isEmpty); // builds the chunk index before the threads ask for it
                Parallel.chunks(length, piece, (chunk, from, to) -> {
                    byte[] stored =
                            Hdf5Call.read(file, field, () -> bytes(chunked.getRawChunkBuffer(new int[] {from})));
                    ByteBuffer bytes = ByteBuffer.wrap(codec.decode(stored)).order(order);
                    body.accept(chunk, from, to - from, bytes);
                });
            }
            case ContiguousDataset contiguous -> {
                ByteBuffer all = Hdf5Call.read(file, field, contiguous::getBuffer);
                if (all.remaining() < (long) length * elementBytes()) {
                    throw Violations.malformed(file, field, "is cut short", "upload the file again");
                }
                int start = all.position();
                Parallel.chunks(length, piece, (chunk, from, to) -> {
                    ByteBuffer bytes = all.slice(start + from * elementBytes(), (to - from) * elementBytes());
                    body.accept(chunk, from, to - from, bytes.order(order));
                });
            }
            default ->
                throw Violations.one(
                        Violations.UNSUPPORTED,
                        file,
                        field,
                        "storage layout " + dataset.getDataLayout(),
                        "write it contiguous or chunked, as 10x does");
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    DataType type() {
        return dataset.getDataType();
    }
}
