package io.nanocell.ingest;

import java.nio.file.Path;

/// A file of a bundle.
///
/// @param path where it lies, a real path
/// @param name what the caller calls it; only shown in messages
public record BundleFile(Path path, String name) {

    /// @return a file that is called as it is
    public static BundleFile of(Path path) {
        return new BundleFile(path, String.valueOf(path.getFileName()));
    }
}
