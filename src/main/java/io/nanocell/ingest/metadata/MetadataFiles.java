package io.nanocell.ingest.metadata;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON files of a bundle. They are optional, but one that is there must be readable.
public final class MetadataFiles {

    private static final long MAX_BYTES = 16 << 20; // a panel of 5,000 genes takes 3 MiB
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MetadataFiles() {}

    /// @throws io.nanocell.ingest.MalformedBundleException if it is no such JSON
    public static ExperimentFile experiment(BundleFile file) {
        return read(file, ExperimentFile.class);
    }

    /// @throws io.nanocell.ingest.MalformedBundleException if it is no such JSON
    public static GenePanelFile panel(BundleFile file) {
        return read(file, GenePanelFile.class);
    }

    private static <T> T read(BundleFile file, Class<T> type) {
        try {
            long bytes = Files.size(file.path());
            if (bytes > MAX_BYTES) {
                throw Violations.one(
                        Violations.TOO_LARGE, file.name(), "content", bytes + " bytes", "such a file has a few MiB");
            }
            T content = JSON.readValue(Files.readAllBytes(file.path()), type);
            if (content == null) {
                throw Violations.malformed(
                        file.name(), "content", "null", "send the file of the bundle, or leave it out");
            }
            return content;
        } catch (JacksonException e) {
            RuntimeException damaged = Violations.malformed(
                    file.name(),
                    "content",
                    "is not the expected JSON: " + e.getOriginalMessage(),
                    "send the file as Xenium Onboard Analysis wrote it, or leave it out");
            damaged.initCause(e);
            throw damaged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
