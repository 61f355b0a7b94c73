package io.nanocell.ingest.hdf5;

import io.jhdf.HdfFile;
import io.nanocell.ingest.BundleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.StandardOpenOption;

/// An open HDF5 file. Up to 2 GiB it is mapped: on a channel jHDF takes as much memory as a damaged header asks for, on
/// a mapped file a length beyond its end is an ordinary error.
///
/// @param hdf the library's view of it
/// @param arena holds the mapping
record MappedHdf5(HdfFile hdf, Arena arena) implements AutoCloseable {

    /// @throws io.nanocell.ingest.MalformedBundleException if it cannot be opened as HDF5
    static MappedHdf5 open(BundleFile file) {
        Arena arena = Arena.ofShared(); // kernel threads read chunks
        boolean open = false;
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            HdfFile hdf;
            if (channel.size() > Integer.MAX_VALUE) {
                hdf = Hdf5Call.read(file.name(), "header", () -> new HdfFile(file.path()));
            } else {
                MemorySegment mapped = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
                hdf = Hdf5Call.read(file.name(), "header", () -> HdfFile.fromByteBuffer(mapped.asByteBuffer()));
            }
            open = true;
            return new MappedHdf5(hdf, arena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!open) {
                arena.close();
            }
        }
    }

    @Override
    public void close() {
        hdf.close();
        arena.close();
    }
}
