package io.nanocell.results;

import java.nio.file.Path;

/// Another service works in the data directory.
public final class DataDirectoryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataDirectoryInUseException(Path directory) {
        super("Another NanoCell service already uses the data directory " + directory);
    }
}
