package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one boundary to the HDF5 library: whatever it throws on a damaged file becomes a violation.
///
/// jHDF throws its own exceptions, but also buffer, index, cast and argument exceptions of the platform. Only
/// calls of the library stand inside the boundary, never code of ours.
final class Hdf5Call {

    private Hdf5Call() {}

    /// @param field what is being read
    /// @throws MalformedBundleException if the library cannot read it
    static <T extends @Nullable Object> T read(String file, String field, Supplier<T> libraryCall) {
        try {
            return libraryCall.get();
        } catch (RuntimeException e) { // its own exceptions and the platform's: see above
            MalformedBundleException damaged = Violations.malformed(
                    file,
                    field,
                    "cannot be read as HDF5: the file is damaged or was cut short",
                    "upload the file again and compare its size with the original");
            damaged.initCause(e);
            throw damaged;
        }
    }
}
