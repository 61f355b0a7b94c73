package io.nanocell.ingest.csv;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.check.FileKind;
import io.nanocell.ingest.check.InflationGuard;
import io.nanocell.ingest.check.Violations;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipException;

/// Opens a CSV file, plain or gzipped, whatever its name.
final class CsvFile {

    /// Work on an open file.
    @FunctionalInterface
    interface Body<T> {
        T read(CsvReader csv) throws IOException;
    }

    private CsvFile() {}

    /// @throws io.nanocell.ingest.MalformedBundleException if it is cut short, no gzip, no UTF-8 or swells
    /// beyond measure
    static <T> T read(BundleFile file, Body<T> body) {
        try (InputStream in = open(file)) {
            var text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()); // a decoder reports bad bytes
            return body.read(new CsvReader(text, file.name()));
        } catch (EOFException | ZipException e) {
            throw damaged(file, "the gzip data are damaged or were cut short", e);
        } catch (CharacterCodingException e) {
            throw damaged(file, "is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException damaged(BundleFile file, String what, IOException cause) {
        RuntimeException damaged = Violations.malformed(
                file.name(), "content", what, "upload the file again and compare its size with the original");
        damaged.initCause(cause);
        return damaged;
    }

    private static InputStream open(BundleFile file) throws IOException {
        return FileKind.of(file.path()) == FileKind.GZIP
                ? InflationGuard.gunzip(file.path(), file.name())
                : Files.newInputStream(file.path());
    }
}
